# Recurses until the stack below the interpreter is gone.
import sys

sys.setrecursionlimit(2**31 - 1)


class Deep:
    def __getattr__(self, name):
        return getattr(self, name + "x")


def down(n):
    return sorted([n], key=lambda n: down(n + 1))


down(0)
