package schemes

import _ "embed" // what authors of schemes start from is part of the binary too

// Schema is the JSON Schema (draft 2020-12) of scheme files, for editors. It knows the shape; the loader knows the rest.
//
//go:embed schema.json
var Schema []byte

// New is a small scheme in which every key is explained, for authors to start from. It is no scheme to evaluate by.
//
//go:embed new.yaml
var New []byte
