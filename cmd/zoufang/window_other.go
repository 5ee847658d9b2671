//go:build !windows

package main

// keepWindow does nothing: only Windows closes the window of a program that was double-clicked.
func (a *app) keepWindow() {}

// legacyConsole is a matter of old Windows consoles.
func legacyConsole() bool { return false }

// codePage is a matter of Windows consoles.
func codePage() uint32 { return 0 }
