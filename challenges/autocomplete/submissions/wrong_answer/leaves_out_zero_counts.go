package main

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

// Takes a count of 0 for a word that is not there.
func suggest(searches map[string]int64, prefixes []string, most int64) [][]string {
	var words []string
	for _, word := range slices.Sorted(maps.Keys(searches)) {
		if searches[word] != 0 {
			words = append(words, word)
		}
	}
	suggestions := make([][]string, len(prefixes))
	for i, prefix := range prefixes {
		first, _ := slices.BinarySearch(words, prefix)
		last := first
		for last < len(words) && strings.HasPrefix(words[last], prefix) {
			last++
		}
		found := slices.Clone(words[first:last])
		slices.SortStableFunc(found, func(a, b string) int { return cmp.Compare(searches[b], searches[a]) })
		suggestions[i] = found[:min(max(most, 0), int64(len(found)))]
	}
	return suggestions
}
