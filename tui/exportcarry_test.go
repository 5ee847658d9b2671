package tui

import (
	"testing"

	"zoufang/store"
	"zoufang/store/bundle"
	"zoufang/words"
)

// What goes along is chosen on the screen, and the result says what was left out.
func TestExportCarries(t *testing.T) {
	x, visit := sendBack(t, words.ZH, 80, 24)
	must := x.must
	list, err := x.book.Devices(t.Context())
	must(err)
	for _, d := range list {
		if !d.Own {
			var dev bundle.DeviceID
			must(dev.UnmarshalText([]byte(d.ID)))
			must(x.book.EnrolOffice(t.Context(), dev, ""))
		}
	}
	out, _, err := x.other.ExportReceipts(t.Context(), t.TempDir(), store.Sealing{Plain: true})
	must(err)
	plan, err := x.book.Preview(t.Context(), []string{out.Path}, nil)
	must(err)
	_, err = x.book.Merge(t.Context(), plan, nil)
	must(err)
	doc, err := x.book.Visit(t.Context(), visit)
	must(err)
	must(x.book.SettleRemark(t.Context(), doc, doc.Comments[0].ID, "已补"))
	x.Go(Place{Screen: "export"})
	x.Has("把本机的全部记录写成一个数据包")
	x.Press("f8")
	x.Has("只带编办的回执里还没有的")
	x.Press("enter")
	x.Has("已导出", "读回核对：1 个单位、得分一致", "编办已收到的改动")
	x.Press("ctrl+e", "f8")
	x.Has("连同合并到本机的别的笔记本的记录")
	x.Press("f8")
	x.Has("把本机的全部记录写成一个数据包")
}
