package store

import (
	"strings"
	"testing"
	"time"

	"zoufang/words"
)

// Every kind has its three sentences in both languages, and they fit their arguments.
func TestTroubleSentences(t *testing.T) {
	dev := DeviceInfo{ID: "ab", Number: 3}
	for kind, args := range map[TroubleKind][2][]any{
		TroubleGap: {{dev, uint64(41), uint64(57)}, {dev}}, TroubleNobody: {{dev, uint64(1), uint64(2)}, {dev}}, TroubleBranch: {{dev, uint64(1), uint64(2)}, {dev}},
		TroubleCopied: {{dev}, {dev}}, TroubleContinues: {{dev, dev}, nil}, TroubleUnknown: {{"x.zfb", dev}, nil},
		TroubleRevoked: {{dev, "2026-03-09 09:00", "李敏", "丢了"}, {dev}}, TroubleRevokedFile: {{"x.zfb", dev}, {dev}}, TroubleUnmerged: {{"x.zfb"}, nil},
		TroubleNewerFile: {{"x.zfb"}, nil}, TroubleRejected: {{"x.zfb", newFault("merge.demo")}, {"/x"}}, TroubleSalvaged: {{"x.zfb", "2026-03-09", dev}, {dev}},
		TroubleAhead: {{dev, 50 * time.Hour}, {dev}}, TroubleBehind: {{dev, 11 * time.Minute}, {dev}}, TroubleJump: {{dev, 800 * 24 * time.Hour}, {dev}},
		TroubleCount: {{dev}, nil}, TroublePhantom: {{"区民政局", dev, uint64(1), uint64(2)}, {dev}}, TroubleScheme: {{"区民政局", "2026.2"}, nil},
		TroubleAssigned: {{"赵强", "区民政局"}, nil}, TroubleStranger: {{dev, 3}, nil}, TroubleTalks: {{"区民政局", "F02", 2}, nil}, TroubleNames: {{"区民政局", 1}, nil},
		TroubleFiles: {{"区民政局", 1}, {dev}}, TroubleTexts: {{"区民政局", 1}, {dev}}, TroubleNewer: {{dev, 2}, nil},
	} {
		for _, l := range []words.Lang{words.ZH, words.EN} {
			what, safe, do := words.Trouble(l, string(kind), args[0], args[1])
			for _, s := range []string{what, safe, do} {
				if s == "" || strings.Contains(s, "%!") || strings.Contains(s, "trouble.") {
					t.Errorf("%s %s: %q", l, kind, s)
				}
			}
		}
	}
}
