import functools
import sys

sys.setrecursionlimit(10000)


@functools.lru_cache(maxsize=None)
def ways(n):
    return 1 if n < 2 else (ways(n - 1) + ways(n - 2)) % 1000003


print(ways(int(input())))
