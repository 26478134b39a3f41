# Divides by the rate before looking whether it is 0.
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
        else:
            wait = (need - level + rate - 1) // rate
            out.append(f"DENY {wait}" if need <= full else "DENY never")
        buckets[client] = (level, now)
    print("\n".join(out))


main()
