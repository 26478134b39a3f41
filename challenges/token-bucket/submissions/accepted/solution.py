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
        bucket = buckets.get(client)
        if bucket is None:
            level = full
        else:
            level = bucket[0] + rate * (now - bucket[1])
            if level > full:
                level = full
        if level >= need:
            level -= need
            out.append(f"ALLOW {level // 1000}")
        elif need > full or rate == 0:
            out.append("DENY never")
        else:
            out.append(f"DENY {-((level - need) // rate)}")
        buckets[client] = (level, now)
    if out:
        print("\n".join(out))


main()
