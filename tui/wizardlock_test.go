package tui

import (
	"context"
	"testing"

	"zoufang/checklist"
	"zoufang/store"
	"zoufang/store/bundle"
	"zoufang/words"
)

// A task bundle under a passphrase: the wizard asks for it, says when it is wrong, and begins the book with the right one.
func TestWizardOpensWhatIsUnderAPassphrase(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		d := newWizardDriver(t, lang, w, h)
		d.app.env.Opt.TakeOver = func(ctx context.Context, _, passphrase string) (*store.Book, error) {
			if passphrase != "青澜一二三四五六" {
				return nil, &store.Fault{Code: bundle.FaultPassphrase}
			}
			return store.Create(ctx, d.path, d.options(), store.Setup{District: "青澜区", Year: "2026"})
		}
		d.Press("enter")
		d.Type("李敏")
		d.Press("tab", "tab", "tab")
		d.Type("青澜区")
		d.Press("enter")
		wizard := d.app.top().(*wizard)
		d.run(wizard.takeOver("/media/任务.zfb"))
		d.Has("任务.zfb")
		d.Has(words.OpenPhrase.In(lang))
		d.Type("不对的口令一二三")
		d.Press("enter")
		d.Has(words.OpenWrong.In(lang))
		d.Press("enter")
		d.Has(words.SealPhraseNone.In(lang))
		d.Type("青澜一二三四五六")
		d.Press("enter")
		if d.app.env.Book == nil || d.app.env.Me.Name != "李敏" || d.app.env.Me.Role != checklist.RoleMember {
			t.Fatalf("no book:\n%s", d.Screen())
		}
	})
}
