package tui

import (
	"context"
	"errors"

	"zoufang/store"
	"zoufang/store/bundle"

	tea "charm.land/bubbletea/v2"
)

// cutShort tells a file that was refused and of which a part may be saved.
func cutShort(f *store.PlanFile) bool {
	return f.Verdict == store.Refused && f.Salvage == nil && (store.IsFault(f.Fault, bundle.FaultTruncated) || store.IsFault(f.Fault, bundle.FaultDamaged))
}

// salvage looks at what can be proven of the selected file; the other files are left for later.
func (s *merge) salvage() tea.Cmd {
	path, old := s.selected().Path, s.plan
	s.plan = nil
	var cmd tea.Cmd
	s.work, cmd = s.env.begin(func(ctx context.Context, b *store.Book, report func(store.Progress)) (any, error) {
		p, err := b.PreviewSalvage(ctx, path, report)
		return p, errors.Join(err, old.Discard())
	}, mergeStages...)
	return cmd
}

// isRevoked tells a laptop that was revoked here.
func (s *merge) isRevoked(d store.DeviceInfo) bool {
	for _, r := range s.plan.Revoked {
		if r.ID == d.ID {
			return true
		}
	}
	return false
}
