package words

// Errors of the idle lock.
var _ = table(map[string]Text{
	"lock.minutes":  {"锁屏的分钟数要在 1 到 %d 之间，没有改动。", "The minutes before the screen locks are 1 to %d; nothing was changed."},
	"lock.wrong":    {"口令不对，没有改动。请再输一次。", "The passphrase is wrong and nothing was changed. Try again."},
	"lock.readonly": {"数据文件被别的程序占着，这里只能看，不能设锁屏。请先关掉那个程序。", "Another program holds the book and it can only be read here, so the lock cannot be set. Close that program first."},
	"lock.none":     {"没有设锁屏，什么也没有做。", "No lock is set; nothing was done."},
})
