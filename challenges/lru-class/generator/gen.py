"""Prints many operations: the capacity, the numbers of keys and operations, and a seed, come in on one line."""

import json
import random

capacity, keys, operations, seed = map(int, input().split())
generator = random.Random(seed)
steps = [{"call": "put", "args": [key, key]} for key in range(capacity)]
while len(steps) < operations:
    key = generator.randrange(keys)
    if generator.randrange(3):
        steps.append({"call": "get", "args": [key]})
    else:
        steps.append({"call": "put", "args": [key, generator.randrange(1000)]})
print(json.dumps({"args": [capacity], "steps": steps}))
