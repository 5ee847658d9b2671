// Package schemes holds the indicator schemes shipped with the program, as data and nothing else. What must never
// happen here: a rule of scoring in code, or a change to the meaning of a scheme that has been used in a round (a
// scheme is known by the hash of its meaning, and sheets point at it).
package schemes

import _ "embed" // the schemes are part of the binary

// Default is the scheme an office starts from, as YAML.
//
//go:embed default.yaml
var Default []byte
