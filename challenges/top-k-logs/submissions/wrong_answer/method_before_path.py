# Breaks the last tie by the method first and by the path second.
import sys


def main():
    words = sys.stdin.read().split()
    k = int(words[0])
    requests = {}
    sent = {}
    for method, path, size in zip(words[2::4], words[3::4], words[5::4]):
        endpoint = (method, path.split("?")[0])
        requests[endpoint] = requests.get(endpoint, 0) + 1
        sent[endpoint] = sent.get(endpoint, 0) + int(size)
    for endpoint in sorted(requests, key=lambda e: (-requests[e], -sent[e], e))[:k]:
        print(requests[endpoint], sent[endpoint], *endpoint)


main()
