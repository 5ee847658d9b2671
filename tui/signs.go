package tui

import "strings"

// plainSigns writes the signs whose width terminals do not agree on as ASCII of one cell each. Such a terminal may draw
// a sign in two cells and move the cursor by one, which shifts everything behind it, so --ascii leaves none of the
// program's own signs to it; a rare sign that somebody typed is drawn as it is. What the book holds is not touched.
var plainSigns = strings.NewReplacer(
	"“", `"`, "”", `"`, "‘", "'", "’", "'", "…", "~", "—", "-", "–", "-", "‐", "-", "·", ".", "•", "*",
	"×", "x", "÷", "/", "±", "+", "°", "'", "※", "*", "→", ">", "←", "<", "↑", "^", "↓", "v", "√", "v", "α", "a", "κ", "k",
	"─", "-", "│", "|", "┌", "+", "┐", "+", "└", "+", "┘", "+", "├", "+", "┤", "+", "█", "#", "░", ".", "■", "#", "□", "o",
	"●", "*", "○", "o", "★", "*", "☆", "*", "①", "1", "②", "2", "③", "3", "④", "4", "⑤", "5", "⑥", "6", "⑦", "7", "⑧", "8", "⑨", "9",
)

// plainText is a drawn text as --ascii shows it. A terminal that answered that such signs are two cells wide is laid
// out for that already, and keeps them.
func (e *Env) plainText(s string) string {
	if e.ASCII && !e.Kit.Meter.Wide {
		return plainSigns.Replace(s)
	}
	return s
}
