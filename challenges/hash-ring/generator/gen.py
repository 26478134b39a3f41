"""Prints a call with many nodes and keys: the numbers of nodes, replicas and keys, and a seed, come in on one line."""

import json
import random

nodes, replicas, keys, seed = map(int, input().split())
generator = random.Random(seed)
names = [f"cache-{generator.randrange(10**6)}.internal" for _ in range(nodes)]
wanted = [f"user:{generator.randrange(10**9)}" for _ in range(keys)]
print(json.dumps({"args": [names, replicas, wanted]}))
