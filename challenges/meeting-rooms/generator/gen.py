"""Prints a calendar for one line such as `seed=7 n=50000 kind=crowd`.

Kinds:
  day      short meetings between 0 and `span`
  crowd    long meetings that overlap a great deal
  sparse   short meetings far apart, so that there are many blocks and slots
  chain    meetings that touch end to end, listed in a shuffled order
  onion    each meeting lies inside the next one
  extreme  starts and ends anywhere between the smallest and the largest time, many of them equal
"""

import sys

LIMIT = 2 * 10**9


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

    def shuffle(self, items):
        for last in range(len(items) - 1, 0, -1):
            other = self.below(last + 1)
            items[last], items[other] = items[other], items[last]


def day(random, n, span):
    meetings = []
    for _ in range(n):
        start = random.below(span)
        meetings.append((start, min(span, start + random.below(span // 8 + 2))))
    return meetings, (0, span), max(1, span // 50)


def crowd(random, n):
    meetings = []
    for _ in range(n):
        start = random.below(LIMIT) - LIMIT // 2
        meetings.append((start, start + 1 + random.below(LIMIT // 4)))
    return meetings, (-LIMIT, LIMIT), 1


def sparse(random, n):
    step = 2 * LIMIT // n
    meetings = []
    for number in range(n):
        start = -LIMIT + number * step + random.below(step // 4)
        meetings.append((start, start + random.below(step // 4)))
    random.shuffle(meetings)
    return meetings, (-LIMIT // 2, LIMIT // 2), step // 2


def chain(random, n):
    meetings = []
    start = -LIMIT
    for number in range(n):
        if random.below(n // 20 + 1) == 0:
            start += 1
        end = start + 1 + random.below(2 * (LIMIT // n))
        meetings.append((start, min(end, LIMIT)))
        start = min(end, LIMIT)
    random.shuffle(meetings)
    return meetings, (-LIMIT, LIMIT), 1


def onion(random, n):
    meetings = [(-20 * (depth + 1) - random.below(20), 20 * (depth + 1) + random.below(20)) for depth in range(n)]
    random.shuffle(meetings)
    return meetings, (-LIMIT, LIMIT), LIMIT // 2


def extreme(random, n):
    places = [-LIMIT, LIMIT, -1, 0, 1, LIMIT - 1, 1 - LIMIT]
    meetings = []
    for _ in range(n):
        first, second = (places[random.below(len(places))] for _ in range(2))
        meetings.append((min(first, second), max(first, second)))
    return meetings, (-LIMIT, LIMIT), 1


def main():
    spec = dict(entry.split("=", 1) for entry in sys.stdin.read().split())
    random = Random(int(spec["seed"]))
    n = int(spec["n"])
    kind = spec["kind"]
    if kind == "day":
        meetings, window, length = day(random, n, int(spec["span"]))
    else:
        kinds = {"crowd": crowd, "sparse": sparse, "chain": chain, "onion": onion, "extreme": extreme}
        if kind not in kinds:
            sys.exit(f"unknown kind {kind}")
        meetings, window, length = kinds[kind](random, n)
    lines = [f"{n} {window[0]} {window[1]} {length}"]
    lines += [f"{start} {end}" for start, end in meetings]
    sys.stdout.write("\n".join(lines) + "\n")


main()
