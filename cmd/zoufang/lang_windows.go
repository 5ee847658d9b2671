package main

import (
	"golang.org/x/sys/windows"

	"zoufang/words"
)

// systemLanguage is the language the user's Windows speaks.
func systemLanguage() words.Lang {
	const chinese = 0x04 // the primary language of a LANGID is its low ten bits
	id, _, _ := windows.NewLazySystemDLL("kernel32.dll").NewProc("GetUserDefaultUILanguage").Call()
	if id != 0 && id&0x3ff != chinese {
		return words.EN
	}
	return words.ZH
}
