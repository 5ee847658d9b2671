package tui

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"zoufang/checklist"
	"zoufang/store/bundle"
	"zoufang/words"
)

// What is odd is told in words, by page; the page leads to where each is dealt with, and a clean book says so.
func TestTroubleScreens(t *testing.T) {
	everySize(t, func(t *testing.T, lang words.Lang, w, h int) {
		x := newTwo(t, lang, w, h, zhao)
		x.contest()
		path := x.export()
		short := filepath.Join(x.stick, "断了.zfb")
		content, err := os.ReadFile(path)
		x.must(err)
		x.must(os.WriteFile(short, content[:len(content)-30], 0o600))
		plan, err := x.book.Preview(context.Background(), []string{path, short}, nil)
		x.must(err)
		_, err = x.book.Merge(context.Background(), plan, nil)
		x.must(err)
		// The numbers of bytes differ from run to run: no golden screen.
		x.Go(Place{Screen: "trouble"})
		act, note := words.TroubleLevels["act"].In(lang), words.TroubleLevels["note"].In(lang)
		x.Has(act, note, "05", words.TroubleSafe.In(lang), words.TroubleDo.In(lang), words.Say(lang, "trouble.unknown.safe"))
		x.Press("enter")
		x.Has(words.ChooseTitle.In(lang), ".zfb")
	})
}

// A laptop is revoked with a reason and enrolled again, both from the list.
func TestLaptopActs(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	x.contest()
	x.carry(x.other, x.book)
	x.Go(Place{Screen: "laptops"})
	x.Press("f5")
	x.Lacks("理由：")
	x.Press("down", "f5")
	x.Has("停用本机 05？")
	x.Press("enter")
	x.Has("停用本机 05？")
	x.Type("车上被盗")
	x.Press("enter")
	x.Has("已停用", "车上被盗")
	x.Press("enter")
	x.Has("校验词", "一字不差")
	x.Press("enter")
	x.Has("已认可")
	x.Lacks("车上被盗")
	list, err := x.book.Devices(context.Background())
	x.must(err)
	if !list[len(list)-1].Trusted {
		t.Errorf("%+v", list)
	}
}

// Contests that differ in spaces only are settled together, for one reason; the others stay.
func TestSettleMany(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	x.disagree(checklist.Listen{Place: "局三楼 会议室", Post: "局 长", Presenter: "王某某"},
		checklist.Listen{Place: "局三楼会议室", Post: "局长", Presenter: "李某某"})
	x.Press("f5")
	x.Has("只差空格换行的 2 处")
	x.Press("enter")
	x.Has("2 处一起定")
	x.Type("写法统一")
	x.Press("enter")
	x.Lacks("会议室")
	list, err := x.book.Conflicts(context.Background(), nil)
	x.must(err)
	if len(list) != 1 || list[0].Field != "presenter_name" {
		t.Errorf("%+v", list)
	}
}

// A cut bundle is refused, and what can be proven of it is salvaged from the same page.
func TestMergeSalvages(t *testing.T) {
	x := newTwo(t, words.ZH, 80, 24, zhao)
	x.contest()
	path := x.export()
	x.carry(x.book, x.other)
	x.must(x.book.Enrol(context.Background(), otherDevice(x), "本机 05"))
	content, err := os.ReadFile(path)
	x.must(err)
	short := filepath.Join(x.stick, "断了.zfb")
	x.must(os.WriteFile(short, content[:len(content)-30], 0o600))
	x.Go(Place{Screen: "merge", Item: short})
	x.Press("enter")
	x.Has("不收", "按 F5 抢救")
	x.Press("f5")
	x.Has("不完整的数据包：能证明的有")
	x.Press("enter")
	x.Has("已抢救", "已合并：新增记录")
}

func otherDevice(x *two) (id bundle.DeviceID) {
	x.must(id.UnmarshalText([]byte(x.other.Info().Device.ID)))
	return id
}
