package words

import "slices"

// What is kept but odd: what happened, what is safe, what to do. See store.TroubleKind for the arguments.
var _ = table(map[string]Text{
	"trouble.gap":              {"还没有收到%s的第 %d 至 %d 条。", "Of %s, changes %d to %d have not arrived."},
	"trouble.gap.safe":         {"已到的照常显示和计分，到了自动补上，次序不影响结果。", "What is here is shown and counts; the rest falls into place when it comes, in any order."},
	"trouble.gap.do":           {"%s说它有：请它导出，合并进来；或请原来那台笔记本再导出一次。", "%s says that it has them: let it export, and merge that; or let the laptop itself export again."},
	"trouble.nobody":           {"还没有收到%s的第 %d 至 %d 条。", "Of %s, changes %d to %d have not arrived."},
	"trouble.nobody.safe":      {"已到的照常显示和计分，到了自动补上，次序不影响结果。", "What is here is shown and counts; the rest falls into place when it comes, in any order."},
	"trouble.nobody.do":        {"请%s再导出一次，合并进来。还没有别的笔记本说过有这几条。", "Let %s export again, and merge that. No other laptop has said that it holds them."},
	"trouble.branch":           {"%s的第 %d 至 %d 条，有人改的是另一支，那一支还没有到。", "Of %s, somebody built on another branch of changes %d to %d, which has not arrived."},
	"trouble.branch.safe":      {"已到的那一支完整，照常显示。", "The branch that is here is whole and shown."},
	"trouble.branch.do":        {"这台机被复制过：请找到%s的另一份，导出后合并进来。", "The laptop was copied: find the other copy of %s, let it export and merge that."},
	"trouble.copied":           {"%s的数据文件被复制或恢复过：同一位置有两份不同的记录。", "The book of %s was copied or restored: one place holds two different records."},
	"trouble.copied.safe":      {"两支都留着，一条也没有丢；不同的值并排等人定。", "Both branches are kept and nothing is lost; values that differ stand side by side."},
	"trouble.copied.do":        {"请两边各打开一次再导出：它们会各自换成新机号，合并时重新认可。不要再用复制的数据文件（%s）。", "Open both once and export: each goes on as a new laptop, to be enrolled at the next merge. Do not work on with copied books (%s)."},
	"trouble.continues":        {"%s接着%s往下记：数据文件换过电脑、复制过，或从备份恢复过。", "%s goes on where %s stopped: the book moved to another computer, or was copied or restored."},
	"trouble.continues.safe":   {"原来那台的记录都在，仍记在原来的名下。", "What the former laptop wrote is here, under its own name."},
	"trouble.continues.do":     {"不用做什么。", "Nothing needs to be done."},
	"trouble.unknown":          {"“%s”里有不认识的笔记本（%s）的记录，先放在收件箱。", "%s holds changes of a laptop that nobody enrolled (%s); it waits in the inbox."},
	"trouble.unknown.safe":     {"一条也没有收进来，文件原样留着。", "Nothing of it was taken up, and the file is kept as it came."},
	"trouble.unknown.do":       {"与对方核对校验词后认可，再合并一次；文件已在收件箱，不用再插优盘。", "Compare the check phrase with the other person, enrol the laptop and merge again; the file is in the inbox, the stick is not needed."},
	"trouble.revoked":          {"%s已于 %s 由%s停用，理由：%s。", "%s was revoked on %s by %s: %s."},
	"trouble.revoked.safe":     {"停用以前收到的记录照常有效。", "What had arrived before stays valid."},
	"trouble.revoked.do":       {"以后来自%s的新记录先放着。停用错了，重新认可就行。", "What comes later of %s waits. If it was a mistake, enrol it again."},
	"trouble.revokedfile":      {"“%s”里有已停用的笔记本（%s）的新记录，没有收。", "%s holds new changes of a laptop that was revoked (%s); they are not taken up."},
	"trouble.revokedfile.safe": {"文件原样留在收件箱；停用以前的记录不受影响。", "The file is kept in the inbox as it came; what had arrived before is not touched."},
	"trouble.revokedfile.do":   {"确实该收，就重新认可%s，再合并一次。", "If they are right after all, enrol %s again and merge once more."},
	"trouble.unmerged":         {"“%s”在收件箱里，还没有合并。", "%s lies in the inbox and is not merged yet."},
	"trouble.unmerged.safe":    {"文件已经完整复制过来，优盘可以拔。", "It was copied whole; the stick may be taken out."},
	"trouble.unmerged.do":      {"再合并一次就收进来；文件已在收件箱，不用再插优盘。", "Merge once more to take it up; the file is in the inbox, the stick is not needed."},
	"trouble.newerfile":        {"“%s”是新版程序写的，这个程序看不懂，整份留在收件箱。", "%s was written by a newer program; this one cannot read it and keeps it whole in the inbox."},
	"trouble.newerfile.safe":   {"一条也没有收，也没有只收一半。", "Nothing of it was taken up, least of all a half."},
	"trouble.newerfile.do":     {"升级程序以后再合并一次，就会收进来。", "Use the newer program and merge once more; it will be taken up."},
	"trouble.rejected":         {"没有收“%s”：%s", "%s was refused: %s"},
	"trouble.rejected.safe":    {"数据文件没有动；原文件还在优盘上，这里留了一份。", "The book is untouched; the file is still on the stick, and a copy is kept here."},
	"trouble.rejected.do":      {"请对方重新导出。不再需要时，可以从这个文件夹里删掉：%s", "Let the other side export again. What is not needed any more may be deleted from this folder: %s"},
	"trouble.salvaged":         {"“%s”不完整，%s 只抢救了其中可以证明的一部分（%s）。", "%s was cut; on %s the part that can be proven was saved (%s)."},
	"trouble.salvaged.safe":    {"收进来的都经过核对；缺的没有编造。", "What was taken up is verified; nothing was made up for the rest."},
	"trouble.salvaged.do":      {"请%s再导出一次，合并完整的数据包就补齐。", "Let %s export again; merging the whole bundle fills in the rest."},
	"trouble.ahead":            {"%s的时钟快：它记下的时间比这里收到时还晚至少 %s。", "The clock of %s is ahead: it wrote times at least %s later than they arrived here."},
	"trouble.ahead.safe":       {"谁改在谁后面不看时钟，内容和得分不受影响。", "Who replaced what does not depend on clocks: content and scores are not touched."},
	"trouble.ahead.do":         {"请把%s的日期时间调准；看时间时多加小心。如果每台都快，就是本机慢了。", "Set the date and time of %s right, and read its times with care. If all laptops seem ahead, this one is behind."},
	"trouble.behind":           {"%s的时钟慢：至少慢 %s。", "The clock of %s is behind, by %s at least."},
	"trouble.behind.safe":      {"谁改在谁后面不看时钟，内容和得分不受影响。", "Who replaced what does not depend on clocks: content and scores are not touched."},
	"trouble.behind.do":        {"请把%s的日期时间调准；看时间时多加小心。", "Set the date and time of %s right, and read its times with care."},
	"trouble.jump":             {"%s的时钟往回跳过 %s。", "The clock of %s stepped back by %s."},
	"trouble.jump.safe":        {"先后按记录的次序排，不看时钟，内容和得分不受影响。", "What came first is known from the order of the log, not from the clock: content and scores are not touched."},
	"trouble.jump.do":          {"请把%s的日期时间调准；看时间时多加小心。", "Set the date and time of %s right, and read its times with care."},
	"trouble.count":            {"%s的记录序号大得不正常。", "The numbers of order of %s are far too high."},
	"trouble.count.safe":       {"谁也不会因此记不下去，先后关系不受影响。", "Nobody is kept from writing on, and who replaced what is not touched."},
	"trouble.count.do":         {"请问用这台机的人是否换过程序。", "Ask whoever uses it whether another program wrote there."},
	"trouble.phantom":          {"%s：有的内容接着%s的第 %d 至 %d 条改，那些还没有到。", "%s: something builds on %s, changes %d to %d, which have not arrived."},
	"trouble.phantom.safe":     {"已到的照常显示；没有到齐的，先不必急着定。", "What is here is shown; do not settle it before the rest is here."},
	"trouble.phantom.do":       {"请%s再导出一次，合并进来。", "Let %s export again, and merge that."},
	"trouble.scheme":           {"%s按另一版评分标准（%s）评，和本年度用的不同。", "%s is judged by another version of the scheme (%s) than the round's."},
	"trouble.scheme.safe":      {"各按各自开评时的标准计分，没有自动换算。", "Each is scored by the version it was begun under; nothing is converted by itself."},
	"trouble.scheme.do":        {"需要统一时，在计分页把评分表换到本年度的标准。", "To bring them together, move the sheet to the round's version."},
	"trouble.assigned":         {"%s没有分到%s，却有他的记录。", "%s was not assigned to %s, and wrote there."},
	"trouble.assigned.safe":    {"记录都在，照常显示和计分。", "What was written is here, shown and counted."},
	"trouble.assigned.do":      {"是临时换人就补上分工；不该有，请本人撤回。", "If people were exchanged, assign them; if not, let the author withdraw it."},
	"trouble.stranger":         {"%s上有 %[2]d 处记录，写的人不在人员名单里。", "On %s, %[2]d values were written by somebody the book has no record of."},
	"trouble.stranger.safe":    {"记录都在，到了人员信息就会显示姓名。", "What was written is here; the name shows once the person's record arrives."},
	"trouble.stranger.do":      {"请那台笔记本导出完整的数据包，合并进来。", "Let that laptop export a whole bundle, and merge it."},
	"trouble.talks":            {"%s有 %[3]d 次访谈用了同一个编号 %[2]s。", "%s has %[3]d talks under one code, %[2]s."},
	"trouble.talks.safe":       {"几次访谈都在，没有合成一次。", "Each of the talks is kept; they were not taken for one."},
	"trouble.talks.do":         {"在访谈页给其中的改一个编号。", "Give all but one another code, on the page of talks."},
	"trouble.names":            {"%s有 %d 个附件名，对应不止一个不同的文件。", "%s has %d file names that stand for more than one file."},
	"trouble.names.safe":       {"文件按内容保存，互不覆盖。", "Files are kept by what they hold; none replaces another."},
	"trouble.names.do":         {"引用时看清说明和时间，或改说明以便区分。", "Look at captions and times when citing, or change the captions."},
	"trouble.files":            {"%s提到的 %d 个附件还没有到。", "%s names %d attachments that have not arrived."},
	"trouble.files.safe":       {"记录本身完整，附件到了自动接上。", "The records themselves are whole; the files fall into place when they come."},
	"trouble.files.do":         {"请%s带上附件再导出一次，合并进来。", "Let %s export again with its files, and merge that."},
	"trouble.texts":            {"%s有 %d 段文字（笔记、回答）还没有到。", "%s has %d texts (notes, answers) that have not arrived."},
	"trouble.texts.safe":       {"是哪一条、谁写的都在，文字到了自动接上。", "Which they are and who wrote them is here; the texts fall into place when they come."},
	"trouble.texts.do":         {"请%s再导出一次，合并进来。", "Let %s export again, and merge that."},
	"trouble.newer":            {"%s有 %d 处内容是新版程序写的，这里显示不出。", "%s wrote %d values with a newer program; they cannot be shown here."},
	"trouble.newer.safe":       {"原样留着，也会原样转交。", "They are kept and passed on as they are."},
	"trouble.newer.do":         {"升级程序后会显示。", "They show once this program is the newer one."},

	"revoke.own":      {"不能停用本机。", "This laptop itself cannot be revoked."},
	"revoke.unknown":  {"没有见过笔记本 %s，什么也没有做。", "The laptop %s was never heard of; nothing was done."},
	"salvage.whole":   {"这个数据包是完整的，不用抢救；直接合并就行。没有动数据文件。", "This bundle is whole and needs no salvage: merge it. The book is untouched."},
	"salvage.nothing": {"这个数据包里没有一段能证明是完整的，没有可抢救的。没有动数据文件；请重新导出。", "No part of this bundle can be proven whole; there is nothing to salvage. The book is untouched; export it again."},
})

// Words of lengths of time, and of laptops nobody has heard of.
var (
	SpanYears   = Text{"%d 年", "%d years"}
	SpanDays    = Text{"%d 天", "%d days"}
	SpanHours   = Text{"%d 小时", "%d hours"}
	SpanMinutes = Text{"%d 分钟", "%d minutes"}
	LaptopNever = Text{"没见过的笔记本", "a laptop never heard of"}
)

// TroubleLevels say how much a trouble matters.
var TroubleLevels = map[string]Text{
	"act":  {"要处理", "to do"},
	"warn": {"留意", "mind"},
	"note": {"知道即可", "good to know"},
}

// Span is a length of time, in minutes, as people say it: in its largest unit.
func Span(l Lang, minutes int) string {
	const hour, day, year = 60, 24 * 60, 365 * 24 * 60
	switch minutes = max(minutes, -minutes); {
	case minutes >= 2*year:
		return SpanYears.F(l, minutes/year)
	case minutes >= 2*day:
		return SpanDays.F(l, minutes/day)
	case minutes >= 2*hour:
		return SpanHours.F(l, minutes/hour)
	}
	return SpanMinutes.F(l, minutes)
}

// LaptopsShown are the first three of the names of laptops, the last with how many there are in all where that is more.
func LaptopsShown(l Lang, names []string) []string {
	const most = 3
	if len(names) <= most {
		return names
	}
	return append(slices.Clone(names[:most-1]), SealLaptops.F(l, names[most-1], len(names)))
}

// laptopName is what a laptop is called: its label, or its number in the book.
func laptopName(l Lang, label string, number int) string {
	switch {
	case label != "":
		return label
	case number == 0:
		return LaptopNever.In(l)
	}
	return LaptopNumber.F(l, number)
}

// Trouble is what happened, what is safe and what to do, for a kind of store.TroubleKind.
func Trouble(l Lang, kind string, args, do []any) (what, safe, advice string) {
	code := "trouble." + kind
	return Say(l, code, args...), Say(l, code+".safe"), Say(l, code+".do", do...)
}
