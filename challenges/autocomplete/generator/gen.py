"""Prints a call with many words: the numbers of words and prefixes, and a seed, come in on one line."""

import json
import random

words, prefixes, seed = map(int, input().split())
generator = random.Random(seed)
letters = "abcdefghijklmnopqrstuvwxyz"


def word(length):
    return "".join(generator.choice(letters) for _ in range(length))


searches = {word(generator.randrange(5, 15)): generator.randrange(1000) for _ in range(words)}
known = list(searches)
wanted = [generator.choice(known)[:4] if generator.randrange(4) else word(4) for _ in range(prefixes)]
print(json.dumps({"args": [searches, wanted, 5]}))
