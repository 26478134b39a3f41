"""Prints many operations: the numbers of keys and operations, and a seed, come in on one line."""

import json
import random

keys, operations, seed = map(int, input().split())
generator = random.Random(seed)
steps = [{"call": "set", "args": [f"key{key}", f"value{key % 50}"]} for key in range(keys)]
depth = 0
while len(steps) < operations:
    key, value = f"key{generator.randrange(keys)}", f"value{generator.randrange(50)}"
    choice = generator.randrange(12)
    if choice < 4:
        steps.append({"call": "count", "args": [value]})
    elif choice < 7:
        steps.append({"call": "set", "args": [key, value]})
    elif choice == 7:
        steps.append({"call": "remove", "args": [key]})
    elif choice == 8:
        steps.append({"call": "get", "args": [key]})
    elif choice == 9 and depth < 8:
        steps.append({"call": "start", "args": []})
        depth += 1
    elif depth > 0:
        steps.append({"call": generator.choice(["commit", "rollback"]), "args": []})
        depth -= 1
print(json.dumps({"args": [], "steps": steps}))
