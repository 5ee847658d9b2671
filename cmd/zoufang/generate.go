package main

import (
	"context"
	"encoding/binary"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"slices"
	"time"

	"zoufang/checklist"
	"zoufang/checklist/schemes"
	"zoufang/store"
	"zoufang/words"
)

// district is a generated district: the same numbers and seed give the same units, people and judgements. Only the key
// of the laptop that writes it differs.
type district struct {
	units, evaluators int
	seed              uint64

	rnd    *rand.Rand
	scheme *checklist.Scheme
	people []checklist.Person
	lines  []checklist.UnitLine
	id     uint64 // of the next finding or note
}

// The limits of a generated district. generatedAtOnce visits go into one transaction.
const (
	mostUnits       = 100_000
	mostEvaluators  = 5_000
	generatedAtOnce = 250
	teamSize        = 3
)

var (
	unitStems   = []rune("云松竹梅兰溪泉石桥湖江海山岭峰林田禾荷柳桐枫晴霞星月风雨雪露春夏秋冬安宁和平永昌兴盛文明德仁义礼智信")
	departments = []string{"民政服务局", "财政事务局", "教育指导局", "卫生管理局", "城乡建设局", "文化旅游局", "市场服务局"}
	surnames    = []rune("赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜")
	givenNames  = []rune("明远志敏雨秋实岚宁若晨书言思齐嘉禾清越知行")
	foundFacts  = []string{"台账与实名制系统不一致", "有一份材料没有落款日期", "入编手续晚于到岗", "职责分工没有行文", "内设机构牌子与批复不符", "借调人员没有审批表"}
	notedTexts  = []string{"编制台账按月核对，三月份有一笔没有登记。", "负责人说明了职责调整的经过。", "抽查了人员名册，逐人对过。", "材料齐全，会后补交一份批复。"}
)

// newDistrict makes the units and the people.
func newDistrict(units, evaluators int, seed uint64, s *checklist.Scheme) *district {
	d := &district{units: units, evaluators: evaluators, seed: seed, scheme: s, rnd: rand.New(rand.NewPCG(seed, 20260101))}
	for i := range evaluators {
		p := checklist.Person{Number: fmt.Sprint(10001 + i), Role: checklist.RoleMember, Team: fmt.Sprintf("%d组", i/teamSize+1)}
		p.Name = d.pick(surnames) + d.pick(givenNames) + d.pick(givenNames)
		if i%teamSize == 0 {
			p.Role = checklist.RoleLeader
		}
		p.ID = checklist.PersonID(sampleSetup.District, p.Number)
		d.people = append(d.people, p)
	}
	kinds := make([]string, len(s.Kinds))
	for i, k := range s.Kinds {
		kinds[i] = k.ID
	}
	for i := range units {
		u := checklist.Unit{Code: fmt.Sprintf("G%05d", i+1), Kind: kinds[0]}
		stem := string(unitStems[i%len(unitStems)]) + string(unitStems[(i/len(unitStems))%len(unitStems)])
		if kind := i % 10; kind >= 7 && len(kinds) > 1 {
			u.Kind, u.Name = kinds[1], fmt.Sprintf("%s%s街道办事处", stem, ordinal(i))
		} else {
			u.Name = fmt.Sprintf("%s%s%s%s", sampleSetup.District, stem, departments[i%len(departments)], ordinal(i))
		}
		d.lines = append(d.lines, checklist.UnitLine{Unit: u})
	}
	return d
}

// ordinal tells units apart once all pairs of stems are used.
func ordinal(i int) string {
	if n := i / (len(unitStems) * len(unitStems)); n > 0 {
		return fmt.Sprintf("第%d", n+1)
	}
	return ""
}

func (d *district) pick(of []rune) string { return string(of[d.rnd.IntN(len(of))]) }

func (d *district) nextID() (id checklist.ID) {
	d.id++
	binary.BigEndian.PutUint64(id[8:], d.seed<<32|d.id)
	return id
}

// visit judges one unit: every tenth by two evaluators, one in twenty is still open.
func (d *district) visit(i int) store.GeneratedVisit {
	u := d.lines[i].Unit
	teams := (len(d.people) + teamSize - 1) / teamSize
	team := d.people[i%teams*teamSize : min(len(d.people), (i%teams+1)*teamSize)]
	v := store.GeneratedVisit{Unit: checklist.UnitID(sampleSetup.District, u.Code)}
	sheets := 1
	if i%10 == 3 && len(team) > 1 {
		sheets = 2
	}
	open := d.rnd.IntN(20) == 0
	for k := range sheets {
		sh := d.sheet(u, team[(k+1)%len(team)])
		if !open {
			sh.State = "closed"
		}
		v.Sheets = append(v.Sheets, sh)
	}
	v.Notes = []checklist.Entry{{ID: d.nextID(), At: "2026-04-01 10:00", Step: checklist.StepCheck, Text: notedTexts[d.rnd.IntN(len(notedTexts))]}}
	return v
}

// sheet is one evaluator's judgement: a few things found, the rest without.
func (d *district) sheet(u checklist.Unit, p checklist.Person) checklist.Sheet {
	sh := checklist.Sheet{Person: p, Standings: map[string]checklist.Standing{}}
	inds := d.scheme.Indicators(u.Kind)
	for _, ind := range inds {
		sh.Standings[ind.ID] = checklist.Standing{State: checklist.Nil}
	}
	for range d.rnd.IntN(6) {
		ind := inds[d.rnd.IntN(len(inds))]
		i := slices.IndexFunc(ind.Rules, func(r checklist.Rule) bool { return r.Mode == checklist.Per || r.Mode == checklist.Fixed })
		if i < 0 || sh.Standings[ind.ID].State == checklist.Found {
			continue
		}
		sh.Standings[ind.ID] = checklist.Standing{State: checklist.Found}
		sh.Findings = append(sh.Findings, checklist.Finding{ID: d.nextID(), Rule: ind.Rules[i].ID, Count: 1 + int64(d.rnd.IntN(2)),
			Facts: foundFacts[d.rnd.IntN(len(foundFacts))], Criterion: "机构编制管理规定", At: "2026-04-01 10:00", Step: checklist.StepCheck,
			Evidence: []checklist.Evidence{{Kind: "paper", Material: "payroll", Place: "3月"}}})
	}
	return sh
}

// makeDistrict writes a generated district into a new book at path, under another name until it is whole. done is told
// how many units are.
func makeDistrict(ctx context.Context, path string, units, evaluators int, seed uint64, done func(n int)) error {
	tmp := path + ".new"
	if err := removeBook(tmp); err != nil {
		return err
	}
	setup := sampleSetup
	setup.Scheme, _ = schemes.Named("default")
	b, err := store.Create(ctx, tmp, store.Options{}, setup)
	if err != nil {
		return err
	}
	err = fillDistrict(ctx, b, units, evaluators, seed, done)
	if err = errors.Join(err, b.Close(), os.Remove(tmp+".lock")); err != nil {
		return errors.Join(err, removeBook(tmp))
	}
	return os.Rename(tmp, path)
}

func fillDistrict(ctx context.Context, b *store.Book, units, evaluators int, seed uint64, done func(n int)) error {
	if err := b.SetMe(ctx, checklist.Person{Name: "赵丽", Number: "0001", Role: checklist.RoleOffice}); err != nil {
		return err
	}
	s, err := b.Scheme(ctx)
	if err != nil {
		return err
	}
	d := newDistrict(units, evaluators, seed, s)
	if _, err := b.SavePeople(ctx, d.people); err != nil {
		return err
	}
	if _, err := b.SaveGroup(ctx, []checklist.GroupMember{{Name: "方志远", Duty: checklist.DutyHead}}); err != nil {
		return err
	}
	if _, err := b.SaveUnits(ctx, d.lines); err != nil {
		return err
	}
	var batch []store.GeneratedVisit
	for i := range d.lines {
		if i%20 != 19 { // one in twenty is not begun
			batch = append(batch, d.visit(i))
		}
		if len(batch) == generatedAtOnce || i == len(d.lines)-1 {
			if err := b.Generate(ctx, batch); err != nil {
				return err
			}
			batch = batch[:0]
			done(i + 1)
		}
	}
	_, err = b.Units(ctx) // the list's summaries: the first screen is not to wait for them
	return err
}

// generated makes a generated district and opens it, or leaves it there.
func (a *app) generated(units, evaluators int, seed uint64, noOpen bool) error {
	if units < 1 || units > mostUnits || evaluators < 1 || evaluators > mostEvaluators {
		return newFault("usage.generate", mostUnits, mostEvaluators)
	}
	path := a.demoPath(fmt.Sprintf("%d-%d-%d", units, evaluators, seed))
	if exists(path) {
		return newFault("cmd.exists", path)
	}
	if err := a.makeFolder(path); err != nil {
		return err
	}
	said := time.Now()
	err := makeDistrict(a.ctx, path, units, evaluators, seed, func(n int) {
		if time.Since(said) >= 2*time.Second {
			said = time.Now()
			a.warn(words.GenerateAt, n, units)
		}
	})
	if err != nil {
		return err
	}
	if noOpen {
		a.say(words.GenerateDone, path, units, evaluators, seed)
		return nil
	}
	b, err := store.Open(a.ctx, path, store.Options{})
	if err != nil {
		return err
	}
	return errors.Join(a.screens(b), b.Close())
}
