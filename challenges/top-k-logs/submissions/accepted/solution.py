import sys


def main():
    words = sys.stdin.read().split()
    k = int(words[0])
    totals = {}
    for method, path, size in zip(words[2::4], words[3::4], words[5::4]):
        endpoint = f"{path.partition('?')[0]} {method}"
        total = totals.get(endpoint)
        if total is None:
            totals[endpoint] = [1, int(size)]
        else:
            total[0] += 1
            total[1] += int(size)
    # Sorting is stable: the last rule first. A blank is smaller than every character of a path.
    ranking = sorted(totals)
    ranking.sort(key=totals.get, reverse=True)
    out = []
    for endpoint in ranking[:k]:
        requests, sent = totals[endpoint]
        path, method = endpoint.split()
        out.append(f"{requests} {sent} {method} {path}\n")
    sys.stdout.write("".join(out))


main()
