package store

import (
	"maps"
	"slices"
	"testing"
)

// frozen is a copy of every register that was ever in a book. A number here is never given another meaning and never
// taken out: changes with it are in logs that cannot be rewritten. New registers are added at the end of their kind.
var frozen = map[uint64]struct {
	name string
	typ  Type
}{
	101:  {"scheme.hash", Text},
	102:  {"scheme.name", Text},
	103:  {"scheme.version", Text},
	104:  {"scheme.file", File},
	201:  {"round.district", Text},
	202:  {"round.year", Text},
	203:  {"round.name", Text},
	204:  {"round.scheme", Text},
	205:  {"round.opens_on", Date},
	206:  {"round.cutoff", Date},
	207:  {"round.opened", Body},
	208:  {"round.closed", Body},
	209:  {"round.calendar", Text},
	301:  {"unit.code", Text},
	302:  {"unit.name", Text},
	303:  {"unit.short", Text},
	304:  {"unit.kind", Text},
	305:  {"unit.leader", Text},
	306:  {"unit.note", Text},
	307:  {"unit.origins", Body},
	308:  {"unit.ended", Body},
	309:  {"unit.practice", Bool},
	310:  {"unit.former", Body},
	401:  {"person.name", Text},
	402:  {"person.number", Text},
	403:  {"person.role", Choice},
	404:  {"person.team", Text},
	501:  {"assignment.body", Body},
	502:  {"assignment.status", Text},
	601:  {"ledger.body", Body},
	701:  {"past.body", Body},
	801:  {"slip.unit", Link},
	802:  {"slip.slip_no", Text},
	803:  {"slip.found_on", Date},
	804:  {"slip.found_by", Text},
	805:  {"slip.indicator", Text},
	806:  {"slip.rule", Text},
	807:  {"slip.facts", Text},
	808:  {"slip.evidence", Text},
	809:  {"slip.criteria", Text},
	810:  {"slip.count", Int},
	811:  {"slip.demand", Text},
	812:  {"slip.deadline", Date},
	813:  {"slip.state", Text},
	814:  {"slip.confirmer_name", Text},
	815:  {"slip.confirmer_post", Text},
	816:  {"slip.confirmed_on", Date},
	817:  {"slip.unit_opinion", Text},
	818:  {"slip.extension_until", Date},
	819:  {"slip.extension_approved_by", Text},
	820:  {"slip.rectification", Text},
	821:  {"slip.rectified_on", Date},
	822:  {"slip.rechecked_by", Text},
	823:  {"slip.rechecked_on", Date},
	824:  {"slip.recheck_result", Text},
	825:  {"slip.official_no", Text},
	826:  {"slip.visit", Link},
	827:  {"slip.finding", Link},
	901:  {"device.label", Text},
	902:  {"device.recipient", Text},
	1001: {"key.recipient", Text},
	1002: {"key.label", Text},
	1003: {"key.purpose", Choice},
	1004: {"key.state", Choice},
	1101: {"group.round", Link},
	1102: {"group.name", Text},
	1103: {"group.post", Text},
	1104: {"group.duty", Choice},
	1105: {"group.categories", Text},
	1106: {"group.releases", Bool},
	1107: {"group.status", Text},
	1201: {"interest.round", Link},
	1202: {"interest.person", Link},
	1203: {"interest.unit", Link},
	1204: {"interest.what", Text},
	1205: {"interest.day", Date},
	1206: {"interest.status", Text},
	1301: {"slot.round", Link},
	1302: {"slot.unit", Link},
	1303: {"slot.team", Text},
	1304: {"slot.day", Date},
	1305: {"slot.half", Choice},
	1306: {"slot.from", Clock},
	1307: {"slot.place", Text},
	1308: {"slot.note", Text},
	1309: {"slot.status", Text},
	1401: {"slip_step.body", Body},
	1501: {"learning.unit", Link},
	1502: {"learning.kind", Choice},
	1503: {"learning.text", Secret},
	1504: {"learning.author", Link},
	1505: {"learning.at", Moment},
	1506: {"learning.visit", Link},
	1507: {"learning.indicator", Text},
	1508: {"learning.source", Link},
	1509: {"learning.status", Text},
	1601: {"release.body", Body},
	1602: {"release.final", Body},
	1701: {"objection.body", Body},
	1702: {"objection.check", Body},
	1801: {"past_result.body", Body},
	1901: {"rectify.body", Body},
	1902: {"rectify.report", Body},
	1903: {"rectify.check", Body},
	2001: {"visit.body", Body},
	2002: {"visit.status", Text},
	2101: {"sheet.person", Link},
	2102: {"sheet.state", Choice},
	2103: {"sheet.scheme", Text},
	2104: {"sheet.began", Text},
	2201: {"look.not_filed", Bool},
	2202: {"look.received_on", Date},
	2203: {"look.sealed", Bool},
	2204: {"look.signed_by_main_leader", Bool},
	2205: {"look.signer_name", Text},
	2206: {"look.signer_post", Text},
	2207: {"look.covers_all_indicators", Bool},
	2208: {"look.declared_problems", Text},
	2301: {"listen.place", Text},
	2302: {"listen.started_at", Moment},
	2303: {"listen.ended_at", Moment},
	2304: {"listen.presenter_name", Text},
	2305: {"listen.presenter_post", Text},
	2306: {"listen.presenter_is_main_leader", Bool},
	2307: {"listen.substitute_reason", Text},
	2308: {"listen.attendance", Int},
	2309: {"listen.opinions_exchanged", Bool},
	2310: {"listen.key_points", Secret},
	2311: {"listen.problems_admitted", Secret},
	2312: {"listen.opinions_and_suggestions", Secret},
	2401: {"check.name_checked", Int},
	2402: {"check.name_missing", Int},
	2403: {"check.note", Text},
	2501: {"promise.text", Text},
	2502: {"promise.due", Date},
	2503: {"promise.status", Text},
	2504: {"promise.kept_on", Date},
	2505: {"promise.kept_how", Text},
	2601: {"material.material", Text},
	2602: {"material.name", Text},
	2603: {"material.status", Choice},
	2604: {"material.document_no", Text},
	2605: {"material.period_covered", Text},
	2606: {"material.note", Text},
	2607: {"material.sample_population", Int},
	2608: {"material.sample_size", Int},
	2609: {"material.sample_method", Text},
	2610: {"material.dated", Date},
	2611: {"material.put_right_on", Date},
	2701: {"figure.body", Body},
	2801: {"self_score.body", Body},
	2901: {"question.text", Text},
	2902: {"question.from_step", Choice},
	2903: {"question.indicator", Text},
	2904: {"question.status", Choice},
	2905: {"question.answer", Secret},
	3001: {"interview.code", Text},
	3002: {"interview.form", Choice},
	3003: {"interview.interviewee_role_band", Choice},
	3004: {"interview.interviewee_code", Text},
	3005: {"interview.place", Text},
	3006: {"interview.started_at", Moment},
	3007: {"interview.ended_at", Moment},
	3008: {"interview.interviewer", Text},
	3009: {"interview.second_interviewer", Text},
	3010: {"interview.confidentiality", Bool},
	3011: {"interview.questions", Links},
	3012: {"interview.linked_indicators", Text},
	3013: {"interview.answers_question", Choice},
	3014: {"interview.corroborated_by", Text},
	3015: {"interview.status", Text},
	3101: {"identity.code", Text},
	3102: {"identity.name", Secret},
	3201: {"entry.author", Link},
	3202: {"entry.at", Moment},
	3203: {"entry.step", Choice},
	3204: {"entry.host", Link},
	3205: {"entry.text", Secret},
	3206: {"entry.indicator", Text},
	3207: {"entry.question", Link},
	3208: {"entry.finding", Link},
	3209: {"entry.todo", Bool},
	3210: {"entry.status", Text},
	3301: {"attachment.file", File},
	3302: {"attachment.caption", Text},
	3303: {"attachment.host", Link},
	3304: {"attachment.status", Text},
	3401: {"finding.body", Body},
	3402: {"finding.status", Choice},
	3501: {"standing.body", Body},
	3502: {"standing.approval", Body},
	3601: {"claim.body", Body},
	3602: {"claim.status", Text},
	3701: {"link.a", Link},
	3702: {"link.b", Link},
	3703: {"link.status", Text},
	3801: {"signature.body", Body},
	3901: {"comment.body", Body},
	3902: {"comment.status", Text},
	3903: {"comment.answer", Text},
	4001: {"phrase.text", Text},
	4002: {"phrase.use", Choice},
	4003: {"phrase.name", Text},
	4004: {"phrase.status", Text},
	4101: {"moved.body", Body},
	4201: {"signed_sheet.code", Text},
	4202: {"signed_sheet.sheet", Text},
	4203: {"signed_sheet.day", Date},
	4204: {"signed_sheet.signer_name", Text},
	4205: {"signed_sheet.signer_post", Text},
	4206: {"signed_sheet.note", Text},
	4207: {"signed_sheet.status", Text},
	6001: {"receipt.body", Body},
	6101: {"decision.body", Body},
}

func TestRegisterNumbersNeverChange(t *testing.T) {
	for _, no := range slices.Sorted(maps.Keys(frozen)) {
		f := byNo[no]
		if f == nil || string(f.Kind)+"."+f.Name != frozen[no].name || f.Type != frozen[no].typ {
			t.Errorf("register %d is %+v, and was %v", no, f, frozen[no])
		}
	}
	for no, f := range byNo {
		if _, ok := frozen[no]; !ok {
			t.Errorf("register %d %s.%s is not in the frozen table: add it there", no, f.Kind, f.Name)
		}
	}
}

func TestRegistryIsSound(t *testing.T) {
	seen := map[uint64]bool{}
	for _, k := range registry {
		for i := range k.fields {
			f := &k.fields[i]
			if seen[f.No] {
				t.Errorf("number %d is given twice", f.No)
			}
			seen[f.No] = true
			if f.No/100 != k.no || f.No%100 == 0 {
				t.Errorf("%s.%s has number %d outside its kind", f.Kind, f.Name, f.No)
			}
			if (f.Type == Body) != (f.bodyType() != nil) {
				t.Errorf("%s.%s: body type %v", f.Kind, f.Name, f.bodyType())
			}
			if (f.Type == Choice) != (f.Choices != nil) {
				t.Errorf("%s.%s: choices %v", f.Kind, f.Name, f.Choices)
			}
			if FieldOf(f.Kind, f.Name) != f {
				t.Errorf("%s.%s is found as something else", f.Kind, f.Name)
			}
		}
	}
	if FieldOf(KindUnit, "nothing") != nil || FieldsOf("nothing") != nil {
		t.Error("found what is not there")
	}
}
