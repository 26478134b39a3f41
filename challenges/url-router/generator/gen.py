"""Prints a router's input for one line such as `seed=7 n=20000 m=20000 kind=random`.

Kinds:
  random   patterns of all kinds over `words` different words; requests mostly made from patterns;
           with first=static every pattern starts with a static segment, so that some requests match nothing
  wide     static segments only, all different under one prefix; half of the requests match nothing
  steps    all 64 ways to write six segments as `a` or a parameter, and requests that fit until their last segment
  prefixes wildcards below very many prefixes, and long paths
"""

import sys


class Random:
    """A 64-bit xorshift generator, so that the same seed gives the same input everywhere."""

    def __init__(self, seed):
        self.state = (seed * 0x9E3779B97F4A7C15 + 0x1234567) & 0xFFFFFFFFFFFFFFFF or 1

    def below(self, bound):
        x = self.state
        x ^= (x << 13) & 0xFFFFFFFFFFFFFFFF
        x ^= x >> 7
        x ^= (x << 17) & 0xFFFFFFFFFFFFFFFF
        self.state = x
        return (x >> 11) % bound


NAMES = ["id", "user", "team", "page", "item", "key"]
LETTERS = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-_."


def word(random, longest=8):
    return "".join(LETTERS[random.below(len(LETTERS))] for _ in range(1 + random.below(longest)))


def request(random, segments):
    slash = "//" if random.below(20) == 0 else "/"
    path = "/" + slash.join(segments)
    if random.below(10) == 0:
        path += "/"
    if random.below(10) == 0:
        path += f"?q={word(random)}/{word(random)}"
    return path


def random_case(random, n, m, words, fixed):
    vocabulary = [word(random) for _ in range(words)]
    patterns = []
    for _ in range(n):
        segments = []
        for position in range(random.below(7)):
            pick = random.below(20)
            if pick < 12 or (fixed and position == 0):
                segments.append(vocabulary[random.below(words)])
            elif pick < 18:
                segments.append(":" + NAMES[(position + random.below(2) * 3) % 6])
            else:
                segments.append("*")
                break
        named = [segment for segment in segments if segment[0] == ":"]
        if len(named) != len(set(named)):
            segments = [f":{NAMES[at]}" if segment[0] == ":" else segment for at, segment in enumerate(segments)]
        patterns.append(segments)
    requests = []
    for _ in range(m):
        if not patterns or random.below(10) == 0:
            segments = [vocabulary[random.below(words)] for _ in range(random.below(8))]
        else:
            segments = []
            for segment in patterns[random.below(n)]:
                if segment == "*":
                    segments += [vocabulary[random.below(words)] for _ in range(random.below(5))]
                elif segment[0] == ":" or random.below(30) == 0:
                    segments.append(vocabulary[random.below(words)])
                else:
                    segments.append(segment)
        requests.append(request(random, segments))
    return ["/" + "/".join(segments) for segments in patterns], requests


def wide(random, n, m):
    patterns = [f"/api/v1/item{number}" for number in range(n)]
    requests = [f"/api/v1/item{random.below(2 * n)}" for _ in range(m)]
    return patterns, requests


def steps(random, n, m):
    patterns = []
    for mask in range(64):
        segments = [f":{NAMES[at]}" if mask >> at & 1 else "a" for at in range(5)]
        patterns.append("/" + "/".join(segments + ["b" if mask & 32 else "c"]))
    while len(patterns) < n:
        patterns.append("/" + "/".join(word(random) for _ in range(5)))
    requests = []
    for _ in range(m):
        last = "bcd"[random.below(3)]
        requests.append("/" + "/".join(["a" if random.below(8) else "x" for _ in range(5)] + [last]))
    return patterns, requests


def prefixes(random, n, m):
    patterns = []
    for number in range(n):
        middle = ":team" if random.below(3) == 0 else f"t{random.below(50)}"
        patterns.append(f"/files/{middle}/p{number}/*")
    requests = []
    for _ in range(m):
        tail = "/".join(word(random, 5) for _ in range(random.below(16)))
        requests.append(f"/files/t{random.below(60)}/p{random.below(n + n // 10)}/{tail}")
    return patterns, requests


def main():
    spec = dict(entry.split("=", 1) for entry in sys.stdin.read().split())
    random = Random(int(spec["seed"]))
    n = int(spec["n"])
    m = int(spec["m"])
    kind = spec["kind"]
    if kind == "random":
        patterns, requests = random_case(random, n, m, int(spec["words"]), spec.get("first") == "static")
    elif kind == "wide":
        patterns, requests = wide(random, n, m)
    elif kind == "steps":
        patterns, requests = steps(random, n, m)
    elif kind == "prefixes":
        patterns, requests = prefixes(random, n, m)
    else:
        sys.exit(f"unknown kind {kind}")
    lines = [f"{len(patterns)} {len(requests)}"]
    lines += [f"{pattern} h{number}" for number, pattern in enumerate(patterns)]
    sys.stdout.write("\n".join(lines + requests) + "\n")


main()
