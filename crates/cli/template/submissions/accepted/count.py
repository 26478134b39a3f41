"""For each number, adds how often its partner was seen before: one pass."""

import sys

_, target, *numbers = map(int, sys.stdin.read().split())
seen = {}
pairs = 0
for number in numbers:
    pairs += seen.get(target - number, 0)
    seen[number] = seen.get(number, 0) + 1
print(pairs)
