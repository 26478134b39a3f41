"""Prints measurements for one line such as `seed=7 n=50000 kind=web endpoints=20 width=60 span=86400 percentiles=50,90,99`.

Kinds:
  web      latencies with a long tail; times from -span/4 to 3*span/4
  close    latencies near 10^9 that differ by less than 2
  equal    each endpoint always takes the same time
  coarse   whole numbers from 0 to 9, so that many are equal
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


def decimal(thousandths):
    return f"{thousandths // 1000}.{thousandths % 1000:03d}"


def latency(random, kind, endpoint):
    if kind == "web":
        thousandths = 1000 + random.below(40000)
        while random.below(6) == 0 and thousandths < 10**9:
            thousandths *= 2
        if random.below(10) == 0:
            return str(thousandths // 1000)
        return decimal(thousandths)
    if kind == "close":
        return decimal(999_999_998_000 + random.below(2000))
    if kind == "equal":
        return decimal(endpoint * 1234567 % 10**9 + 1)
    if kind == "coarse":
        return str(random.below(10))
    sys.exit(f"unknown kind {kind}")


def main():
    spec = dict(entry.split("=", 1) for entry in sys.stdin.read().split())
    random = Random(int(spec["seed"]))
    n = int(spec["n"])
    width = int(spec["width"])
    span = int(spec["span"])
    percentiles = spec["percentiles"].split(",")
    parts = ["api", "v1", "v2", "users", "items", "cart", "a", "b-c", "x_y", "0"]
    endpoints = []
    for number in range(int(spec["endpoints"])):
        path = "".join("/" + parts[random.below(len(parts))] for _ in range(1 + random.below(3)))
        endpoints.append(path if path not in endpoints else f"{path}/{number}")
    lines = [f"{n} {width} {len(percentiles)}", " ".join(percentiles)]
    for _ in range(n):
        endpoint = random.below(len(endpoints))
        time = random.below(span) - span // 4
        lines.append(f"{time} {endpoints[endpoint]} {latency(random, spec['kind'], endpoint)}")
    sys.stdout.write("\n".join(lines) + "\n")


main()
