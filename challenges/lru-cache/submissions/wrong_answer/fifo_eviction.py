# Evicts the entry that was stored first: a GET does not count as a use.
import sys


def main():
    lines = sys.stdin.read().split("\n")
    capacity, count = map(int, lines[0].split())
    cache = {}
    hits = misses = evictions = 0
    for line in lines[1 : count + 1]:
        word, key, *value = line.split()
        if word == "GET":
            if key in cache:
                hits += 1
                print(cache[key])
            else:
                misses += 1
                print("MISS")
        elif capacity > 0:
            if key in cache:
                del cache[key]
            elif len(cache) == capacity:
                del cache[next(iter(cache))]
                evictions += 1
            cache[key] = value[0]
    print(hits, misses, evictions)


main()
