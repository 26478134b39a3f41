"""Prints a ledger input for one line such as `seed=7 n=100000 kind=mixed accounts=500`.

Kinds:
  basic   accounts and money only, no transactions
  mixed   everything, transactions of small depth
  begins  opens many accounts, then many short transactions
  deep    one command in each of very many nested transactions, then they are all ended
  wide    few transactions that touch very many accounts
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


def money(random, names, largest):
    """One command about accounts; now and then one that must fail."""
    pick = random.below(100)
    name = names[random.below(len(names))]
    amount = random.below(largest) + 1
    if random.below(50) == 0:
        amount = -random.below(3)
    if pick < 12:
        return f"OPEN {name}"
    if pick < 35:
        return f"DEPOSIT {name} {amount}"
    if pick < 50:
        return f"WITHDRAW {name} {amount}"
    if pick < 75:
        return f"TRANSFER {name} {names[random.below(len(names))]} {amount}"
    if pick < 90:
        return f"BALANCE {name}"
    if pick < 95:
        return f"CLOSE {name}"
    return "TOTAL"


def boundary(random, depth, deepest):
    """BEGIN, COMMIT or ROLLBACK, so that the depth wanders between 0 and `deepest`."""
    if depth == 0 and random.below(40) == 0:
        return "COMMIT" if random.below(2) else "ROLLBACK"
    if depth == 0 or (depth < deepest and random.below(2)):
        return "BEGIN"
    return "COMMIT" if random.below(2) else "ROLLBACK"


def mixed(random, n, names, largest, deepest):
    commands = [f"OPEN {name}" for name in names[: n // 4]]
    depth = 0
    while len(commands) < n:
        if deepest and random.below(4) == 0:
            command = boundary(random, depth, deepest)
            depth = depth + 1 if command == "BEGIN" else max(depth - 1, 0)
            commands.append(command)
        else:
            commands.append(money(random, names, largest))
    return commands


def begins(random, n, names, largest):
    commands = [f"OPEN {name}" for name in names]
    while len(commands) + 3 <= n:
        commands.append("BEGIN")
        commands.append(f"DEPOSIT {names[random.below(len(names))]} {random.below(largest) + 1}")
        commands.append("COMMIT" if random.below(2) else "ROLLBACK")
    return commands + ["TOTAL"] * (n - len(commands))


def deep(random, n, names, largest):
    commands = [f"OPEN {name}" for name in names]
    depth = 0
    while len(commands) + depth + 3 <= n:
        commands.append("BEGIN")
        depth += 1
        name = names[random.below(len(names))]
        if random.below(8) == 0:
            commands.append(f"BALANCE {name}")
        else:
            commands.append(f"DEPOSIT {name} {random.below(largest) + 1}")
    while depth and len(commands) < n:
        commands.append("COMMIT" if random.below(3) else "ROLLBACK")
        depth -= 1
    return commands + ["TOTAL"] * (n - len(commands))


def wide(random, n, names, largest):
    commands = []
    while len(commands) < n:
        commands.append("BEGIN")
        for name in names:
            commands.append(f"OPEN {name}")
            commands.append(f"DEPOSIT {name} {random.below(largest) + 1}")
        commands += ["TOTAL", "BEGIN"]
        for name in names:
            commands.append(f"TRANSFER {name} {names[random.below(len(names))]} {random.below(largest) + 1}")
        commands += ["COMMIT", "TOTAL", "ROLLBACK", "TOTAL"]
    return commands[:n]


def main():
    spec = dict(word.split("=", 1) for word in sys.stdin.read().split())
    random = Random(int(spec["seed"]))
    n = int(spec["n"])
    kind = spec["kind"]
    largest = int(spec.get("largest", 10**12))
    names = []
    seen = set()
    while len(names) < int(spec["accounts"]):
        name = "".join("abcdefghijklmnopqrstuvwxyz0123456789"[random.below(36)] for _ in range(1 + random.below(12)))
        if name not in seen:
            seen.add(name)
            names.append(name)
    if kind == "basic":
        commands = mixed(random, n, names, largest, 0)
    elif kind == "mixed":
        commands = mixed(random, n, names, largest, int(spec.get("deepest", 6)))
    elif kind == "begins":
        commands = begins(random, n, names, largest)
    elif kind == "deep":
        commands = deep(random, n, names, largest)
    elif kind == "wide":
        commands = wide(random, n, names, largest)
    else:
        sys.exit(f"unknown kind {kind}")
    sys.stdout.write("\n".join([str(len(commands))] + commands) + "\n")


main()
