package main

import (
	"cmp"
	"maps"
	"slices"
	"strings"
)

func suggest(searches map[string]int64, prefixes []string, most int64) [][]string {
	words := slices.Sorted(maps.Keys(searches))
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
