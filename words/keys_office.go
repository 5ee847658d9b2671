package words

// Errors of sealing, of keys and of passphrases.
var _ = table(map[string]Text{
	"bundle.armored":    {"数据包加密以后又转成了文字，不收这种写法。请用原来的文件，或请编办先解密。", "The bundle was sealed into text, which is not read. Use the file as it was written, or have it opened first."},
	"bundle.notforkey":  {"数据包是加密的，给 %d 把公钥，本机一把对应的私钥也没有。没有动数据文件；请交给能打开它的人。", "The bundle is sealed for %d keys and none of them is on this machine. The book is untouched; give it to somebody who can open it."},
	"bundle.locked":     {"数据包用口令加密了，要口令才能打开。没有动数据文件。", "The bundle is sealed under a passphrase, which is needed to open it. The book is untouched."},
	"bundle.passphrase": {"口令不对，数据包没有打开。没有动数据文件；请核对大小写再试。", "The passphrase is wrong and the bundle stays closed. The book is untouched; mind capitals and try again."},
	"bundle.identity":   {"这个文件里没有能打开数据包的私钥。", "This file holds no secret key that opens bundles."},
	"key.locked":        {"数据包是加密的。本机有编办的私钥，要先输入它的口令。没有动数据文件。", "The bundle is sealed. The office's key is on this machine; its passphrase is needed first. The book is untouched."},
	"key.file":          {"打不开私钥文件 %s。请检查路径和权限。", "The key file %s cannot be opened. Check its path and your rights."},
	"key.exists":        {"%s 已经有了，没有覆盖。请换个名字。", "%s exists already and was not touched. Choose another name."},
	"key.write":         {"私钥写不到 %s。请检查空间和权限。", "The key could not be written to %s. Check space and rights."},
	"key.own":           {"这是本机自己的公钥，总会加上，不用添加。", "This is a key of this very machine; it is always added by itself."},
	"key.role":          {"只有编办或组长能做公钥，没有做。要用编办的公钥，请核对校验词后添加。", "Only the office or a leader makes keys, and none was made. To use the office's key, compare its check phrase and trust it."},
	"key.revoked":       {"这把公钥已经停用，不能再用。请用新的。", "This public key was revoked, for good. Use a new one."},
	"key.unknown":       {"没有 %s 这把公钥。", "There is no public key %s."},
	"passphrase.short":  {"口令太短，至少 %d 个字。", "The passphrase is too short; at least %d characters."},
	"export.nokey":      {"编办的公钥都停用了，没有可用的；怕泄露，没有导出。请先核对新的公钥，或用口令加密，或写明不加密。", "Every key of the office was revoked, and nothing goes out unsealed by itself: nothing was exported. Trust a new key, seal with a passphrase, or say that it is to be plain."},
	"export.crowd":      {"要密封给 %d 把公钥，一个数据包最多 %d 把；没有导出。笔记本太多时，请指明是给哪一台的，分别导出。", "This would be sealed for %d keys, and one bundle takes %d at most. Nothing was exported; for many laptops, write one bundle for each with --for."},
	"export.seal":       {"公钥加密、口令加密、不加密，只能选一种。", "Sealing for keys, under a passphrase, or not at all: choose one."},

	"verdict.sealed": {"加密的，打不开", "sealed, not for this machine"},
})

// Words of the export screen about sealing.
var (
	SealFor         = Text{"密封给", "Sealed for"}
	SealNot         = Text{"不加密", "Not sealed"}
	SealOwn         = Text{"本机", "this laptop"}
	SealLaptops     = Text{"%s 等共 %d 台笔记本", "%s and others (%d laptops)"}
	SealSilent      = Text{"%s 打不开这个数据包：还没有收到过它的公钥。请它用新版程序导出一次，合并以后再给它导出。", "%s cannot open this bundle: its public key never arrived. Have it export once with the new version, merge that, and export again."}
	SealNoLaptop    = Text{"没有一台评估笔记本能打开这个数据包。要给它们，请不加密导出、当面交；或先合并它们导出的数据包，再导出。", "No evaluator's laptop can open this bundle. To give it to them, export it unsealed and hand it over in person, or merge what they exported first and export again."}
	SealEscrow      = Text{"%s（备用）", "%s (escrow)"}
	SealNameless    = Text{"没有名字的公钥", "a nameless key"}
	SealPhrase      = Text{"知道口令的人", "whoever knows the passphrase"}
	SealWhyNoKey    = Text{"还没有编办的公钥", "no key of the office is known"}
	SealWhyPending  = Text{"收到的公钥还没有核对", "the key that arrived was not compared yet"}
	SealWhyAsked    = Text{"你选了不加密", "you chose so"}
	SealWhyRevoked  = Text{"编办的公钥都停用了，要另选", "every key of the office was revoked; choose"}
	SealPlainWarn   = Text{"数据包不加密，谁拿到都能看：请交到本人手上，不要经公共网络传。", "Whoever gets hold of the bundle can read it: hand it over in person."}
	SealDoubt       = Text{"有人说“%s”这把公钥已停用，本机还在用：请问编办。", "Somebody says that the key “%s” is revoked; this laptop still uses it. Ask the office."}
	SealSafe        = Text{"数据包已加密，只有上面写的能打开。", "The bundle is sealed; only those named above can open it."}
	SealSafePhrase  = Text{"数据包已用口令加密。口令请另外告诉对方，不要和数据包放在一起；忘了口令谁也打不开。", "The bundle is sealed under the passphrase. Tell it separately, never beside the bundle; if it is forgotten nobody can open it."}
	SealUsePhrase   = Text{"用口令加密", "use a passphrase"}
	SealUsePlain    = Text{"不加密", "do not seal"}
	SealUseKeys     = Text{"照常", "as usual"}
	SealCompare     = Text{"核对公钥", "compare key"}
	SealPhraseTitle = Text{"用口令加密", "Seal under a passphrase"}
	SealPhraseTell  = Text{"口令请另外告诉对方，不要和数据包放在一起；忘了口令谁也打不开。", "Tell the passphrase separately, never beside the bundle; if it is forgotten nobody can open it."}
	SealPhraseFor   = Text{"口令（至少 8 个字）", "Passphrase (at least 8 characters)"}
	SealPhraseAgain = Text{"再输一遍", "Once more"}
	SealPhraseDiff  = Text{"两遍不一样，请重新输入。", "The two differ; type them again."}
	SealPhraseNone  = Text{"请先输入口令。", "Please type the passphrase first."}
	SealPhraseHint  = Text{"口令不会写进任何文件；打的字不显示。Tab 换一栏。", "The passphrase is written nowhere and does not show. Tab goes to the other field."}
	SealSet         = Text{"就用它", "use it"}
)

// Words of the page that compares a public key that arrived.
var (
	TrustTitle    = Text{"核对公钥", "Compare a key"}
	TrustFrom     = Text{"来自", "From"}
	TrustName     = Text{"名称", "Called"}
	TrustKey      = Text{"公钥", "Public key"}
	TrustPhrase   = Text{"校验词", "Check phrase"}
	TrustAsk      = Text{"请给编办打电话，让对方念出他自己公钥的校验词（公钥列表里有）。一字不差才用：用错了，别人就能看到你导出的内容。", "Call the office and have them read out the check phrase of their own key, as their list of keys shows it. Use it only if it is the very same: with a wrong key, somebody else reads what you export."}
	TrustYes      = Text{"一样，以后用它加密", "the same: seal for it"}
	TrustNo       = Text{"先不用", "not now"}
	TrustDone     = Text{"以后的数据包会密封给：%s。", "Bundles will be sealed for: %s."}
	EnrolOffice   = Text{"这是编办的笔记本：用它发来的公钥加密", "This is the office's laptop: seal for the keys it sends"}
	EnrolOfficeGo = Text{"是/不是编办的", "office or not"}
)

// Words of the page that asks for a passphrase before a merge.
var (
	OpenTitle     = Text{"输入口令", "Passphrase"}
	OpenOffice    = Text{"有 %d 个数据包是加密的。本机有编办的私钥，输入它的口令就能打开。", "Sealed bundles: %d. The office's key is on this machine; its passphrase opens them."}
	OpenBundle    = Text{"有 %d 个数据包是用口令加密的。请问导出的人要口令。", "Bundles sealed under a passphrase: %d. Ask whoever exported them."}
	OpenWrong     = Text{"口令不对，请核对大小写再输一遍。", "The passphrase is wrong; mind capitals and type it again."}
	OpenPhrase    = Text{"口令", "Passphrase"}
	OpenOnce      = Text{"输一遍就行，关掉程序以前不再问；口令不会写进任何文件。", "Once is enough until the program ends; the passphrase is written nowhere."}
	OpenGo        = Text{"打开", "open"}
	OpenSkip      = Text{"先不打开", "not now"}
	OpenStage     = Text{"用口令打开私钥", "open the key with the passphrase"}
	ChooseClosed  = Text{"加密的数据包", "sealed bundle"}
	InspectSealed = Text{"加密", "sealed"}
)

// Words of the list of keys.
var (
	KeysTitle  = Text{"加密用的公钥", "Keys for sealing"}
	KeysOpen   = Text{"公钥", "keys"}
	KeysName   = Text{"名称", "Name"}
	KeysState  = Text{"状态", "State"}
	KeysPhrase = Text{"校验词", "Check phrase"}
	KeysNone   = Text{"还没有编办的公钥：导出的数据包不加密。", "No key of the office is known: bundles are not sealed."}
	KeysOwn    = Text{"本机自己的公钥", "This laptop's own key"}
	KeysSecret = Text{"私钥在这台机器上。", "Its secret half lies on this machine."}
	KeysTell   = Text{"别人核对这把公钥时，照这里的校验词念，一字不差才对。", "When others compare this key, read out the check phrase as it stands here."}
	KeysWait   = Text{"还没有核对，导出时不用它。别把它的校验词念给别人：要听编办念。", "Nobody here compared it, and nothing is sealed for it. Do not read its check phrase out to others: hear it from the office."}
)

// KeyStates are the states of a key.
var KeyStates = map[string]Text{
	"used":    {"使用中", "used"},
	"pending": {"没有核对", "not compared"},
	"revoked": {"已停用", "revoked"},
}
