package words

// What is wrong with a condition of a scheme (when, skip_when). The place inside the condition is shown before.
var _ = table(map[string]Text{
	"scheme.cond.syntax":    {"条件在“%s”处读不下去。是不是少了运算符、括号，或者把 == 写成了 =？", "The condition cannot be read at “%s”. Is an operator or a bracket missing, or is = written for ==?"},
	"scheme.cond.end":       {"条件没有写完：缺少数、名称、引号或右括号。", "The condition ends too early: a number, a name, a quote or a closing bracket is missing."},
	"scheme.cond.long":      {"条件太长。请用推算数或预警数先算出一部分。", "The condition is too long. Work a part of it out as a derived number or a warning metric."},
	"scheme.cond.char":      {"条件里不能有 %s。只能用数、名称、( )、+ - *、== != < <= > >=、&& || ! 和引号。", "A condition has no %s. It is made of numbers, names, ( ), + - *, == != < <= > >=, && || ! and quotes."},
	"scheme.cond.forbidden": {"条件里不能这样用“%s”。只能用数、名称、( )、+ - *、== != < <= > >=、&& || ! 以及 hits score mark complete kind open。", "“%s” has no place here in a condition. There are numbers, names, ( ), + - *, == != < <= > >=, && || ! and hits, score, mark, complete, kind, open."},
	"scheme.cond.function":  {"没有函数 %s。有的是：hits score mark complete kind open。", "There is no function %s. There are hits, score, mark, complete, kind and open."},
	"scheme.cond.argument":  {"%s 的括号里要写一个%s的编号，加引号。", "%s takes the id of one %s, in quotes."},
	"scheme.cond.number":    {"“%s”是条件（成立或不成立），这里要的是数。", "“%s” makes a condition (true or false) where a number is needed."},
	"scheme.cond.truth":     {"“%s”是数，这里要的是条件。请写明和什么比较，例如 > 0。", "“%s” is a number where a condition is needed. Say what it is compared with, such as > 0."},
	"scheme.cond.literal":   {"%s 不是条件里能用的数：只用数字，最多两位小数，不到一千万。", "%s is no number for a condition: digits only, two decimals at most, below ten million."},
	"scheme.cond.skip":      {"skip_when 里不能用 %s：指标是否适用，只看核对数、推算数和 kind。", "skip_when cannot use %s: whether an indicator applies depends on figures, derived numbers and kind alone."},
	"scheme.cond.open":      {"预警的条件里不能用 open：它数的就是预警。open 只用于等次限制。", "A warning cannot use open, which counts warnings. It is for grade limits."},
	"scheme.cond.always":    {"这个条件总是成立，请检查数和比较符号。", "This condition is always true; check its numbers and comparisons."},
	"scheme.cond.never":     {"这个条件永远不成立，请检查数和比较符号。", "This condition is never true; check its numbers and comparisons."},
})
