//go:build !windows

package main

import "zoufang/words"

// systemLanguage is asked only where the environment names no locale.
func systemLanguage() words.Lang { return words.ZH }
