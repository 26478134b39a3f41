// Big integers, for interfaces that have them: the package costs time to link.
package main

import assayBig "math/big"

var assayBigInt = assayKind[*assayBig.Int]{
	func() *assayBig.Int {
		value, _ := new(assayBig.Int).SetString(assayLine(), 10)
		return value
	},
	func(value *assayBig.Int) {
		if value == nil {
			assayWrong = "nil in the place of a *big.Int"
			return
		}
		assayPut(value.String())
	},
}
