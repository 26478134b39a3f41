# A recursive search: a deep chain of packages raises RecursionError.
import sys


def main():
    words = sys.stdin.read().split()
    n, m = int(words[0]), int(words[1])
    names = words[2 : 2 + n]
    needs = {name: [] for name in names}
    for a, b in zip(words[2 + n :: 2], words[3 + n :: 2]):
        needs[a].append(b)
    order = []
    marks = {}
    path = []

    def visit(name):
        marks[name] = "open"
        path.append(name)
        for needed in needs[name]:
            if marks.get(needed) == "open":
                return path[path.index(needed) :]
            if needed not in marks:
                cycle = visit(needed)
                if cycle:
                    return cycle
        path.pop()
        marks[name] = "done"
        order.append(name)
        return None

    for name in names:
        if name not in marks:
            cycle = visit(name)
            if cycle:
                print("CYCLE", *cycle)
                return
    print("ORDER", *order)


main()
