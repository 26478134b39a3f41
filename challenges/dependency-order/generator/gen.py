"""Prints one graph of packages for the spec on standard input, such as
`seed=7 n=40000 m=80000 kind=random cycle=0`.

Kinds: `random` lets packages need any that are installed earlier, `near` only close ones, `chain` lets each need the
one before it and adds further needs at random, `star` lets most need one, `levels` stacks layers. `cycle=L` closes a
cycle of L packages that is the only one; 0 leaves the graph free of cycles. The names are listed in no order, except
that `listed=reversed` lists what must be installed last first.
"""
import random
import sys

spec = dict(word.split("=", 1) for word in sys.stdin.read().split())
kind = spec["kind"]
n = int(spec["n"])
m = int(spec["m"])
cycle = int(spec.get("cycle", "0"))
bits = random.Random(int(spec["seed"])).getrandbits


def below(limit):
    """A number from 0 to limit - 1."""
    return bits(48) % limit


def shuffle(items):
    for i in range(len(items) - 1, 0, -1):
        j = below(i + 1)
        items[i], items[j] = items[j], items[i]


# Package i may need any package before it: 0, 1, ..., n - 1 is a right order.
needs = []
if kind == "chain":
    needs = [(i, i - 1) for i in range(1, n)][:m]
while len(needs) < m and n > 1:
    a = 1 + below(n - 1)
    if kind in ("random", "chain"):
        b = below(a)
    elif kind == "near":
        b = a - 1 - below(min(a, 5))
    elif kind == "star":
        b = 0 if below(4) else below(a)
    elif kind == "levels":
        width = max(1, n // 40)
        if a < width:
            continue
        b = (a // width - 1) * width + below(width)
    else:
        sys.exit(f"unknown kind {kind}")
    needs.append((a, b))
if cycle:
    # A run of packages in the middle, each needing the one before, and the first needing the last. Needs inside the
    # run are dropped before, so that no shorter cycle appears.
    first = (n - cycle) // 2
    last = first + cycle - 1
    kept = [(a, b) for a, b in needs if not (first <= b and a <= last)]
    ring = [(i, i - 1) for i in range(first + 1, last + 1)] + [(first, last)]
    needs = kept[: m - cycle] + ring

names = [f"{'lib' if i % 3 else 'app'}-{i * 7919 % 1000003:x}.{i % 10}" for i in range(n)]
listed = list(range(n))
if spec.get("listed") == "reversed":
    listed.reverse()
else:
    shuffle(listed)
    shuffle(needs)
out = [f"{n} {len(needs)}"]
out += [names[i] for i in listed]
out += [f"{names[a]} {names[b]}" for a, b in needs]
print("\n".join(out))
