# Right, but goes through all the packages that are left again and again, each time for the one that is ready.
import sys


def main():
    words = sys.stdin.read().split()
    n, m = int(words[0]), int(words[1])
    names = words[2 : 2 + n]
    needs = {name: [] for name in names}
    for a, b in zip(words[2 + n :: 2], words[3 + n :: 2]):
        needs[a].append(b)
    installed = {}
    left = names
    while left:
        still = []
        for name in left:
            for needed in needs[name]:
                if needed not in installed:
                    still.append(name)
                    break
            else:
                installed[name] = True
        if len(still) == len(left):
            break
        left = still
    if not left:
        print("ORDER", *installed)
        return
    walk = {}
    at = left[0]
    while at not in walk:
        walk[at] = len(walk)
        at = next(needed for needed in needs[at] if needed not in installed)
    print("CYCLE", *list(walk)[walk[at] :])


main()
