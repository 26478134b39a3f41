# Right, but looks for the client from the start of a list for each request.
import sys


def main():
    words = sys.stdin.read().split()
    full = int(words[0]) * 1000
    rate = int(words[1])
    buckets = []
    out = []
    for t, client, n in zip(words[3::3], words[4::3], words[5::3]):
        now = int(t)
        need = int(n) * 1000
        for bucket in buckets:
            if bucket[0] == client:
                break
        else:
            bucket = [client, full, now]
            buckets.append(bucket)
        bucket[1] = min(full, bucket[1] + rate * (now - bucket[2]))
        bucket[2] = now
        if bucket[1] >= need:
            bucket[1] -= need
            out.append(f"ALLOW {bucket[1] // 1000}")
        elif need > full or rate == 0:
            out.append("DENY never")
        else:
            out.append(f"DENY {(need - bucket[1] + rate - 1) // rate}")
    print("\n".join(out))


main()
