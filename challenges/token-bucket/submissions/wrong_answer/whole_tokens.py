# Counts in whole tokens: the fraction gained between two requests is lost.
import sys


def main():
    words = sys.stdin.read().split()
    capacity = int(words[0])
    rate = int(words[1])
    buckets = {}
    out = []
    for t, client, n in zip(words[3::3], words[4::3], words[5::3]):
        now = int(t)
        need = int(n)
        level, last = buckets.get(client, (capacity, now))
        level = min(capacity, level + rate * (now - last) // 1000)
        if level >= need:
            level -= need
            out.append(f"ALLOW {level}")
        elif need > capacity or rate == 0:
            out.append("DENY never")
        else:
            out.append(f"DENY {((need - level) * 1000 + rate - 1) // rate}")
        buckets[client] = (level, now)
    print("\n".join(out))


main()
