package evidence

import (
	"math/big"
	"math/bits"
)

// scoreSums adds up scores and their squares exactly, so that the outcome does not depend on the
// order of the records, on how a file was cut, or on whether an engine counted like scores
// together. A score from lowScore (1) to highScore (10) is a whole number of units of 2⁻⁵² as a
// float64, of less than 56 bits; the sums have room for 2⁶³ of them. Words are lowest first.
type scoreSums struct {
	n       int
	sum     [2]uint64 // units
	squares [3]uint64 // units²
}

const scoreUnits = 1 << 52

// add books n like scores. One off the scale says nothing about the emotion and is left out.
func (s *scoreSums) add(score float64, n int) {
	if !(score >= lowScore && score <= highScore) {
		return
	}
	s.n += n
	units, times := uint64(score*scoreUnits), uint64(n)
	high, low := bits.Mul64(units, times)
	s.addSums(scoreSums{sum: [2]uint64{low, high}})

	high, low = bits.Mul64(units, units)
	middle, first := bits.Mul64(low, times)
	last, second := bits.Mul64(high, times)
	second, carry := bits.Add64(second, middle, 0)
	s.addSums(scoreSums{squares: [3]uint64{first, second, last + carry}})
}

// addAll adds other sums.
func (s *scoreSums) addAll(more scoreSums) {
	s.n += more.n
	s.addSums(more)
}

func (s *scoreSums) addSums(more scoreSums) {
	var carry uint64
	for i, word := range more.sum {
		s.sum[i], carry = bits.Add64(s.sum[i], word, carry)
	}
	carry = 0
	for i, word := range more.squares {
		s.squares[i], carry = bits.Add64(s.squares[i], word, carry)
	}
}

// meanAndVariance are those of the scores, of which there are at least two; the variance is that
// of a sample.
func (s *scoreSums) meanAndVariance() (mean, variance float64) {
	n := big.NewInt(int64(s.n))
	sum, squares := whole(s.sum[:]), whole(s.squares[:])
	unit := big.NewInt(scoreUnits)
	mean, _ = new(big.Rat).SetFrac(sum, new(big.Int).Mul(n, unit)).Float64()
	// (n Σx² − (Σx)²) / (n (n−1))
	spread := new(big.Int).Mul(n, squares)
	spread.Sub(spread, new(big.Int).Mul(sum, sum))
	scale := new(big.Int).Mul(n, big.NewInt(int64(s.n-1)))
	variance, _ = new(big.Rat).SetFrac(spread, scale.Mul(scale, unit.Mul(unit, unit))).Float64()
	return mean, variance
}

// possible tells whether there are scores that add up so: their mean on the scale, their variance not
// below zero.
func (s *scoreSums) possible() bool {
	n, sum := big.NewInt(int64(s.n)), whole(s.sum[:])
	bound := func(score int64) *big.Int {
		return new(big.Int).Mul(n, new(big.Int).Mul(big.NewInt(score), big.NewInt(scoreUnits)))
	}
	spread := new(big.Int).Mul(n, whole(s.squares[:]))
	return s.n >= 0 && sum.Cmp(bound(lowScore)) >= 0 && sum.Cmp(bound(highScore)) <= 0 &&
		spread.Cmp(new(big.Int).Mul(sum, sum)) >= 0
}

// whole makes one number of words, lowest first.
func whole(words []uint64) *big.Int {
	total := new(big.Int)
	for i := len(words) - 1; i >= 0; i-- {
		total.Lsh(total, 64).Or(total, new(big.Int).SetUint64(words[i]))
	}
	return total
}
