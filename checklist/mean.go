package checklist

import "math/big"

// Mean is the average of the amounts that are known: exact, and rounded once. It is not known where none is.
func Mean(list ...Amount) Amount {
	sum, n := new(big.Rat), int64(0)
	for _, a := range list {
		if a.Known {
			sum.Add(sum, a.rat())
			n++
		}
	}
	if n == 0 {
		return Amount{}
	}
	return amount(sum.Quo(sum, big.NewRat(n, 1)))
}

// Sum is the sum of the amounts that are known: exact, and rounded once. It is not known where none is.
func Sum(list ...Amount) (sum Amount) {
	for _, a := range list {
		switch {
		case !a.Known:
		case !sum.Known:
			sum = a
		default:
			sum = sum.plus(a)
		}
	}
	return sum
}
