# Looks at the clock until a second has passed, which takes the cost of a second.
import time

until = time.monotonic() + 1
while time.monotonic() < until:
    pass
print(input())
