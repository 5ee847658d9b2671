package bundle

import "crypto/sha256"

// SaltLen is how many random bytes stand before a sensitive text.
const SaltLen = 16

// Salted is the form in which a sensitive text is kept and carried: the salt, then the text, cleaned. The change
// holds only its hash, so that the text can be erased and the chain still verifies; the salt keeps short texts from
// being guessed from the hash.
func Salted(salt [SaltLen]byte, text string) []byte { return append(salt[:], Clean(text)...) }

// Unsalted is the text of a salted form.
func Unsalted(salted []byte) (text string, ok bool) {
	if len(salted) < SaltLen {
		return "", false
	}
	return string(salted[SaltLen:]), true
}

// SumOf is the SHA-256 of a salted text or a small file.
func SumOf(b []byte) Hash { return sha256.Sum256(b) }
