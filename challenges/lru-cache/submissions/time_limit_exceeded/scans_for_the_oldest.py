# Right, but looks at every entry to find the least recently used one.
import sys


def main():
    lines = sys.stdin.read().split("\n")
    capacity, count = map(int, lines[0].split())
    cache = {}
    used = {}
    hits = misses = evictions = 0
    out = []
    for now in range(1, count + 1):
        word, key, *value = lines[now].split()
        if word == "GET":
            if key in cache:
                hits += 1
                used[key] = now
                out.append(cache[key])
            else:
                misses += 1
                out.append("MISS")
        elif capacity > 0:
            if key not in cache and len(cache) == capacity:
                oldest, when = None, now
                for other, stamp in used.items():
                    if stamp < when:
                        oldest, when = other, stamp
                del cache[oldest], used[oldest]
                evictions += 1
            cache[key] = value[0]
            used[key] = now
    out.append(f"{hits} {misses} {evictions}")
    print("\n".join(out))


main()
