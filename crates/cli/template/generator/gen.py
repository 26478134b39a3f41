"""Prints the input that one line of words such as `seed=1 n=20000 target=0 span=1000` describes."""

import random

words = dict(word.split("=") for word in input().split())
seed, n, target, span = (int(words[key]) for key in ("seed", "n", "target", "span"))
source = random.Random(seed)
print(n, target)
print(*(source.randint(-span, span) for _ in range(n)))
