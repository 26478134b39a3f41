"""Prints one large log for the spec on standard input, such as
`seed=7 n=50000 k=30000 endpoints=40000 bytes=1000000000 kind=uniform`.

`bytes` bounds the bytes of one request, and every third line has a query. Kinds: `uniform` draws endpoints evenly,
`skewed` has a few busy ones, `once` requests each endpoint the same number of times, so that ties abound.
"""
import random
import sys

spec = dict(word.split("=", 1) for word in sys.stdin.read().split())
kind = spec["kind"]
n = int(spec["n"])
endpoints = int(spec["endpoints"])
most = int(spec["bytes"])
bits = random.Random(int(spec["seed"])).getrandbits
methods = ["GET", "POST", "PUT", "DELETE", "PATCH", "HEAD", "OPTIONS"]
roots = ["users", "Users", "orders", "cart", "a", "a-b", "a.b", "v2_beta", "static%20files"]


def below(limit):
    """A number from 0 to limit - 1."""
    return bits(48) % limit


def endpoint(index):
    """The same endpoint for the same index: methods and roots take turns, so that they share paths."""
    path, method = divmod(index, 3)
    path = path * 7919 % 1000003
    return methods[(method + path) % 7], f"/{roots[path % 9]}/{path}"


out = [f"{spec['k']} {n}"]
for i in range(n):
    if kind == "uniform":
        index = below(endpoints)
    elif kind == "skewed":
        index = below(endpoints) * below(endpoints) // endpoints * below(endpoints) // endpoints
    elif kind == "once":
        index = (i * 7 + 3) % endpoints
    else:
        sys.exit(f"unknown kind {kind}")
    method, path = endpoint(index)
    if i % 3 == 0:
        path += f"?q={below(1000)}"
    out.append(f"{method} {path} {200 + 100 * below(4) + below(5)} {below(most + 1)}")
print("\n".join(out))
