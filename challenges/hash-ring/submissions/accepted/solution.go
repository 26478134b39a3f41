package main

import (
	"cmp"
	"errors"
	"hash/fnv"
	"slices"
	"sort"
	"strconv"
)

type point struct {
	at   uint32
	node int
}

func hash(text string) uint32 {
	h := fnv.New32a()
	h.Write([]byte(text))
	return h.Sum32()
}

func assign(nodes []string, replicas int64, keys []string) (map[string]string, error) {
	if len(nodes) == 0 || replicas < 1 {
		return nil, errors.New("an empty ring")
	}
	var ring []point
	for i, node := range nodes {
		for replica := range replicas {
			ring = append(ring, point{hash(node + "#" + strconv.FormatInt(replica, 10)), i})
		}
	}
	slices.SortFunc(ring, func(a, b point) int {
		return cmp.Or(cmp.Compare(a.at, b.at), cmp.Compare(a.node, b.node))
	})

	assigned := make(map[string]string, len(keys))
	for _, key := range keys {
		at := hash(key)
		first := sort.Search(len(ring), func(i int) bool { return ring[i].at >= at })
		assigned[key] = nodes[ring[first%len(ring)].node]
	}
	return assigned, nil
}
