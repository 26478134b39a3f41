import sys


def main():
    words = sys.stdin.read().split()
    n, m = int(words[0]), int(words[1])
    names = words[2 : 2 + n]
    index = {name: i for i, name in enumerate(names)}
    ends = [index[word] for word in words[2 + n : 2 + n + 2 * m]]
    needed_by = [[] for _ in range(n)]
    waits_for = [0] * n
    for a, b in zip(ends[0::2], ends[1::2]):
        needed_by[b].append(a)
        waits_for[a] += 1
    order = [i for i in range(n) if waits_for[i] == 0]
    for b in order:
        for a in needed_by[b]:
            waits_for[a] -= 1
            if waits_for[a] == 0:
                order.append(a)
    if len(order) == n:
        print("ORDER", *(names[i] for i in order), sep="\n")
        return
    # Each package that is left needs another one that is left: following those needs must end in a circle.
    next_of = {}
    for a, b in zip(ends[0::2], ends[1::2]):
        if waits_for[a] and waits_for[b]:
            next_of[a] = b
    at = next(iter(next_of))
    place = {}
    while at not in place:
        place[at] = len(place)
        at = next_of[at]
    walk = list(place)
    print("CYCLE", *(names[i] for i in walk[place[at] :]), sep="\n")


main()
