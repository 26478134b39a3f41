# Counts tokens in floating point: sums of fractions come out a little short or long.
import math
import sys


def main():
    words = sys.stdin.read().split()
    capacity = float(words[0])
    rate = float(words[1])
    buckets = {}
    out = []
    for t, client, n in zip(words[3::3], words[4::3], words[5::3]):
        now = int(t)
        need = float(n)
        level, last = buckets.get(client, (capacity, now))
        level = min(capacity, level + rate * ((now - last) / 1000))
        if level >= need:
            level -= need
            out.append(f"ALLOW {int(level)}")
        elif need > capacity or rate == 0:
            out.append("DENY never")
        else:
            out.append(f"DENY {math.ceil((need - level) / rate * 1000)}")
        buckets[client] = (level, now)
    print("\n".join(out))


main()
