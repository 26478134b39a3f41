import random

for _ in range(3):
    print(random.randrange(1_000_000))
