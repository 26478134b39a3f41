# Takes all the packages that cannot be installed for the cycle.
import sys


def main():
    words = sys.stdin.read().split()
    n, m = int(words[0]), int(words[1])
    names = words[2 : 2 + n]
    needed_by = {name: [] for name in names}
    waits_for = dict.fromkeys(names, 0)
    for a, b in zip(words[2 + n :: 2], words[3 + n :: 2]):
        needed_by[b].append(a)
        waits_for[a] += 1
    order = [name for name in names if waits_for[name] == 0]
    for b in order:
        for a in needed_by[b]:
            waits_for[a] -= 1
            if waits_for[a] == 0:
                order.append(a)
    if len(order) == n:
        print("ORDER", *order)
    else:
        print("CYCLE", *(name for name in names if waits_for[name]))


main()
