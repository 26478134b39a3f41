# Leaves endpoints with equally many requests in the order in which they first appeared.
import sys
from collections import Counter


def main():
    words = sys.stdin.read().split()
    k = int(words[0])
    requests = Counter()
    sent = Counter()
    for method, path, size in zip(words[2::4], words[3::4], words[5::4]):
        endpoint = (method, path.split("?")[0])
        requests[endpoint] += 1
        sent[endpoint] += int(size)
    for (method, path), count in requests.most_common(k):
        print(count, sent[method, path], method, path)


main()
