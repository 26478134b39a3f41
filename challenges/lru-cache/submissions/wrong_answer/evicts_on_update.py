# Makes room before looking whether the key is stored already.
import sys
from collections import OrderedDict


def main():
    lines = sys.stdin.read().split("\n")
    capacity, count = map(int, lines[0].split())
    cache = OrderedDict()
    hits = misses = evictions = 0
    for line in lines[1 : count + 1]:
        word, key, *value = line.split()
        if word == "GET":
            if key in cache:
                hits += 1
                cache.move_to_end(key)
                print(cache[key])
            else:
                misses += 1
                print("MISS")
        elif capacity > 0:
            if len(cache) >= capacity:
                cache.popitem(last=False)
                evictions += 1
            cache[key] = value[0]
            cache.move_to_end(key)
    print(hits, misses, evictions)


main()
