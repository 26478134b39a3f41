"""Prints one large trace for the spec on standard input, such as
`seed=7 n=100000 capacity=20000 keys=40000 kind=uniform`.

Kinds: `uniform` draws keys evenly, `skewed` prefers a few hot keys, `scan` reads the same keys round and round,
`churn` stores fresh keys only and reads recent ones back, `update` rewrites keys that are already stored.
"""
import random
import sys

spec = dict(word.split("=", 1) for word in sys.stdin.read().split())
kind = spec["kind"]
n = int(spec["n"])
capacity = int(spec["capacity"])
keys = int(spec["keys"])
bits = random.Random(int(spec["seed"])).getrandbits


def below(limit):
    """A number from 0 to limit - 1."""
    return bits(48) % limit


def key_of(index):
    """Spreads the indices over the allowed keys, without two meeting."""
    return index * 7919 % 2000000001 - 1000000000


def value():
    return below(2 * 10**14 + 1) * 10**4 - 10**18


out = [f"{capacity} {n}"]


def get(index):
    out.append(f"GET {key_of(index)}")


def put(index):
    out.append(f"PUT {key_of(index)} {value()}")


if kind == "uniform":
    for _ in range(n):
        (get if bits(1) else put)(below(keys))
elif kind == "skewed":
    for _ in range(n):
        index = below(keys) * below(keys) // keys * below(keys) // keys
        (get if below(10) < 7 else put)(index)
elif kind == "scan":
    for step in range(n):
        (put if step < keys or step % 3 == 0 else get)(step % keys)
elif kind == "churn":
    fresh = 0
    for step in range(n):
        if step % 8 == 7:
            get(fresh - 1 - below(min(fresh, 2 * capacity)))
        else:
            put(fresh)
            fresh += 1
elif kind == "update":
    for step in range(n):
        if step < capacity:
            put(step)
        elif step % 50 == 0:
            put(capacity + step)
        else:
            (get if step % 4 == 0 else put)(below(keys))
else:
    sys.exit(f"unknown kind {kind}")
print("\n".join(out))
