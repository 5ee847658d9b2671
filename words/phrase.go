package words

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"strings"
)

// phraseWords are the words of a check phrase: known to everybody, and not easily mistaken for each other on a bad
// telephone line, in either language. The order is fixed for ever: two programs must say the same.
var phraseWords = [64]Text{
	{"海豹", "seal"}, {"木桥", "bridge"}, {"蓝天", "sky"}, {"茶壶", "teapot"}, {"火车", "train"}, {"苹果", "apple"},
	{"老虎", "tiger"}, {"雨伞", "umbrella"}, {"月亮", "moon"}, {"钢琴", "piano"}, {"骆驼", "camel"}, {"灯塔", "lighthouse"},
	{"面包", "bread"}, {"蝴蝶", "butterfly"}, {"山峰", "mountain"}, {"钟表", "clock"}, {"帆船", "sailboat"}, {"葡萄", "grape"},
	{"大象", "elephant"}, {"毛笔", "brush"}, {"雪花", "snowflake"}, {"石榴", "pomegranate"}, {"飞机", "airplane"}, {"竹林", "bamboo"},
	{"青蛙", "frog"}, {"地图", "map"}, {"银杏", "ginkgo"}, {"鼓楼", "drum"}, {"西瓜", "melon"}, {"孔雀", "peacock"},
	{"沙漠", "desert"}, {"风筝", "kite"}, {"水井", "well"}, {"狐狸", "fox"}, {"草原", "prairie"}, {"铜镜", "mirror"},
	{"柠檬", "lemon"}, {"乌龟", "turtle"}, {"邮局", "postbox"}, {"荷花", "lotus"}, {"剪刀", "scissors"}, {"企鹅", "penguin"},
	{"瀑布", "waterfall"}, {"煤油", "kerosene"}, {"核桃", "walnut"}, {"松鼠", "squirrel"}, {"渔网", "net"}, {"琵琶", "lute"},
	{"彩虹", "rainbow"}, {"窗户", "window"}, {"鲸鱼", "whale"}, {"馒头", "dumpling"}, {"闪电", "lightning"}, {"白鹤", "crane"},
	{"棉花", "cotton"}, {"电梯", "elevator"}, {"橘子", "orange"}, {"长城", "fortress"}, {"蜻蜓", "dragonfly"}, {"报纸", "newspaper"},
	{"牛奶", "milk"}, {"泥鳅", "eel"}, {"秋千", "swing"}, {"珊瑚", "coral"},
}

// Phrase is a fingerprint as four words with two digits each, for two people to compare by voice, such as 海豹27 木桥83 蓝天09
// 茶壶55. Whoever wants to pass a device off as another has to find one key in about 2^50.
func Phrase(l Lang, fingerprint []byte) string {
	sum := sha256.Sum256(append([]byte("zoufang phrase 1\x00"), fingerprint...))
	parts := make([]string, 4)
	for i := range parts {
		n := binary.BigEndian.Uint32(sum[4*i:]) % 6400
		parts[i] = fmt.Sprintf("%s%s%02d", phraseWords[n/100].In(l), map[bool]string{true: " "}[l == EN], n%100)
	}
	if l == EN {
		return strings.Join(parts, ", ")
	}
	return strings.Join(parts, " ")
}
