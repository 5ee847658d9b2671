package tui

import (
	"context"
	"strings"

	"zoufang/store"
	"zoufang/words"

	tea "charm.land/bubbletea/v2"
)

// trust asks about one public key that arrived: its check phrase, to be compared by voice.
type trust struct {
	env *Env
	key store.Key
}

// trustedMsg tells that bundles are sealed for a key from now on.
type trustedMsg struct{ key store.Key }

// yes has bundles sealed for it.
func (t *trust) yes() tea.Cmd {
	key := t.key
	return t.env.Do(func(ctx context.Context, b *store.Book) (tea.Msg, error) {
		k, _, err := b.TrustKey(ctx, key.Recipient, store.KeyOptions{})
		return trustedMsg{k}, err
	})
}

// frame draws the question.
func (t *trust) frame(w int) Frame {
	e, k := t.env, t.key
	from := strings.TrimSpace(k.By.Name + " " + k.By.Number)
	lines := append([]string{" " + e.Style.Title.Render(e.T(words.TrustTitle)), ""}, e.pairs([][2]string{
		{e.T(words.TrustName), e.Clean(e.keyName(k))},
		{e.T(words.TrustFrom), e.Clean(from)},
		{e.T(words.TrustKey), k.Recipient},
		{e.T(words.TrustPhrase), words.Phrase(e.Lang, k.Fingerprint)},
	}, w)...)
	lines = append(lines, "")
	return Frame{Body: strings.Join(append(lines, wrapped(e, e.T(words.TrustAsk), w)...), "\n")}
}
