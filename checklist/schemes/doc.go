// Package schemes holds the indicator schemes shipped with the program, as data and nothing else. What must never
// happen here: a rule of scoring in code, or a change to the meaning of a scheme that has been used in a round (a
// scheme is known by the hash of its meaning, and sheets point at it).
package schemes

import _ "embed" // the schemes are part of the binary

// Default is the scheme an office starts from, as YAML.
//
//go:embed default.yaml
var Default []byte

// The others are worked examples of other kinds of sheets; the head of each file says what it is modelled on.
var (
	//go:embed port-health.yaml
	portHealth []byte
	//go:embed archives.yaml
	archives []byte
	//go:embed service-window.yaml
	serviceWindow []byte
	//go:embed practice.yaml
	practice []byte
)

// Shipped is a scheme that comes with the program.
type Shipped struct {
	Name   string // what commands call it, and the name of its file without .yaml
	Source []byte // as YAML; not to be changed
}

// All lists the shipped schemes, the default first.
func All() []Shipped {
	return []Shipped{
		{Name: "default", Source: Default},
		{Name: "port-health", Source: portHealth},
		{Name: "archives", Source: archives},
		{Name: "service-window", Source: serviceWindow},
		{Name: "practice", Source: practice},
	}
}

// Named finds a shipped scheme by its name.
func Named(name string) ([]byte, bool) {
	for _, s := range All() {
		if s.Name == name {
			return s.Source, true
		}
	}
	return nil, false
}
