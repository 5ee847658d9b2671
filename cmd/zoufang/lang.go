package main

import (
	"strings"

	"zoufang/words"
)

// language finds the language before any command is built, because the commands' own texts need it: --lang, else the
// locale, else what the system says. An unknown --lang is refused later, when the flag is read.
func language(args []string, getenv func(string) string) words.Lang {
	for i, arg := range args {
		if arg == "--" {
			break
		}
		value, ok := strings.CutPrefix(arg, "--lang=")
		if arg == "--lang" && i+1 < len(args) {
			value, ok = args[i+1], true
		}
		if ok && (value == string(words.ZH) || value == string(words.EN)) {
			return words.Lang(value)
		}
	}
	for _, name := range []string{"LC_ALL", "LC_MESSAGES", "LANG"} {
		if value := getenv(name); value != "" {
			return ofLocale(value)
		}
	}
	return systemLanguage()
}

// ofLocale is Chinese for Chinese locales and for those that name no language, English for all others.
func ofLocale(locale string) words.Lang {
	tag, _, _ := strings.Cut(strings.ToLower(locale), ".")
	if tag == "c" || tag == "posix" || strings.HasPrefix(tag, "zh") {
		return words.ZH
	}
	return words.EN
}
