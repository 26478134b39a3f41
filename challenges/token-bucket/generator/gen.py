"""Prints one large stream of requests for the spec on standard input, such as
`seed=7 n=80000 clients=40000 capacity=10 rate=5 step=20 ask=4 kind=uniform`.

`step` bounds the milliseconds between requests and `ask` the tokens asked for. Kinds: `uniform` draws clients
evenly, `skewed` has a few noisy clients, `rounds` lets every client call in turn, `bursts` sends many requests of
one client at the same millisecond.
"""
import random
import sys

spec = dict(word.split("=", 1) for word in sys.stdin.read().split())
kind = spec["kind"]
n = int(spec["n"])
clients = int(spec["clients"])
step = int(spec["step"])
ask = int(spec["ask"])
bits = random.Random(int(spec["seed"])).getrandbits


def below(limit):
    """A number from 0 to limit - 1."""
    return bits(48) % limit


def name_of(index):
    return f"c{index * 7919 % 1000003:x}-{index}"


out = [f"{spec['capacity']} {spec['rate']} {n}"]
now = int(spec.get("start", "0"))
index = 0
for i in range(n):
    if kind == "uniform":
        index = below(clients)
        now += below(step + 1)
    elif kind == "skewed":
        index = below(clients) * below(clients) // clients * below(clients) // clients
        now += below(step + 1)
    elif kind == "rounds":
        index = i % clients
        now += below(step + 1)
    elif kind == "bursts":
        if below(12) == 0:
            index = below(clients)
            now += below(step + 1)
    else:
        sys.exit(f"unknown kind {kind}")
    out.append(f"{now} {name_of(index)} {1 + below(ask)}")
print("\n".join(out))
