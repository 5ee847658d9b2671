package tui

import (
	"context"
	"math/rand"
	"testing"

	"zoufang/checklist"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// monkeyKeys are what somebody may press who does not know what the screen wants.
var monkeyKeys = []string{"up", "down", "left", "right", "enter", "esc", "tab", "shift+tab", "space", "=", "1", "3", "0", "9", "backspace",
	"delete", "pgup", "pgdown", "home", "end", "f9", "ctrl+d", "ctrl+f", "ctrl+u", "ctrl+x", "ctrl+z", "汉", "a", "ctrl+s"}

// Whatever is pressed on the screens of checking and judging, the picture fits, the cursor stays inside (Screen looks)
// and the book keeps an exact score.
func TestNoKeyBreaksTheScreensOfJudgement(t *testing.T) {
	starts := []Place{{Screen: "score", Item: "E1"}, {Screen: "score", Item: "B3"}, {Screen: "score", Item: bonusTab}, {Screen: "check"},
		{Screen: "review"}, {Screen: "findings", Item: "E5.1"}, {Screen: "explain", Item: aboutTotal}}
	for i, p := range starts {
		rnd := rand.New(rand.NewSource(int64(i)))
		d, visit := visited(t, words.ZH, 80, 24)
		if i%2 == 1 {
			d.as(checklist.Person{Name: "王建国", Number: "1001", Role: checklist.RoleLeader})
		}
		d.app.env.ASCII = i%3 == 0
		p.Visit = visit
		d.Go(p)
		for range 120 {
			d.Press(monkeyKeys[rnd.Intn(len(monkeyKeys))])
			if d.quit || len(d.app.stack) < 2 {
				d.app.dialog = nil
				d.Go(p)
			}
			if rnd.Intn(12) == 0 {
				d.Resize(80+rnd.Intn(60), 24+rnd.Intn(20))
			}
			d.Screen()
		}
		doc, err := d.book.Visit(context.Background(), visit)
		d.must(err)
		s := d.app.env.Scheme
		res := checklist.Score(s, checklist.InputOf(s, &doc.Visit, doc.Own()))
		if res.Total.Known && (res.Total.Points < 0 || res.Total.Points > s.Scoring.TotalCap) {
			t.Fatalf("the total is %s", res.Total.Points)
		}
		d.Send(tea.WindowSizeMsg{Width: 60, Height: 10})
		d.Has("窗口太小")
	}
}
