# Takes paths that differ in case only for the same one.
import sys


def main():
    words = sys.stdin.read().split()
    k = int(words[0])
    requests = {}
    sent = {}
    for method, path, size in zip(words[2::4], words[3::4], words[5::4]):
        endpoint = (path.split("?")[0].lower(), method)
        requests[endpoint] = requests.get(endpoint, 0) + 1
        sent[endpoint] = sent.get(endpoint, 0) + int(size)
    for path, method in sorted(requests, key=lambda e: (-requests[e], -sent[e], e))[:k]:
        print(requests[path, method], sent[path, method], method, path)


main()
