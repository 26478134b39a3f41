"""Looks at every pair."""

import sys

_, target, *numbers = map(int, sys.stdin.read().split())
pairs = 0
for i in range(len(numbers)):
    for j in range(i + 1, len(numbers)):
        if numbers[i] + numbers[j] == target:
            pairs += 1
print(pairs)
