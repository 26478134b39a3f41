# Right, but looks through all the endpoints that are left for each line it prints.
import sys


def main():
    words = sys.stdin.read().split()
    k = int(words[0])
    requests = {}
    sent = {}
    for method, path, size in zip(words[2::4], words[3::4], words[5::4]):
        endpoint = (path.split("?")[0], method)
        requests[endpoint] = requests.get(endpoint, 0) + 1
        sent[endpoint] = sent.get(endpoint, 0) + int(size)
    left = [(-count, -sent[endpoint], endpoint) for endpoint, count in requests.items()]
    for _ in range(min(k, len(left))):
        best = left[0]
        for candidate in left:
            if candidate < best:
                best = candidate
        left.remove(best)
        count, size, (path, method) = best
        print(-count, -size, method, path)


main()
