"""Remembers that a number was seen, but not how often."""

import sys

_, target, *numbers = map(int, sys.stdin.read().split())
seen = set()
pairs = 0
for number in numbers:
    if target - number in seen:
        pairs += 1
    seen.add(number)
print(pairs)
