import sys

sys.setrecursionlimit(100_000)
known = {0: 1, 1: 1}


def ways(n):
    if n not in known:
        known[n] = (ways(n - 1) + ways(n - 2)) % 1000003
    return known[n]


print(ways(int(input())))
