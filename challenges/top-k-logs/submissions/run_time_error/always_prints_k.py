# Expects at least K endpoints, and runs off the end of the ranking if there are fewer.
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
    ranking = sorted(requests, key=lambda e: (-requests[e], -sent[e], e))
    for place in range(k):
        path, method = ranking[place]
        print(requests[path, method], sent[path, method], method, path)


main()
