package tui

import (
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// carry is what a bundle takes along.
type carry int

const (
	carryOwn carry = iota // all that was recorded on this laptop
	carryNew              // of it what receipts do not acknowledge
	carryAll              // also what other laptops recorded
)

// turnWhat chooses what goes along.
func (s *export) turnWhat() tea.Cmd {
	s.what = (s.what + 1) % carry(len(words.ExportCarry))
	return nil
}
