# The expected answer is nowhere in the sandbox: what can be found of it is what was read.
import gc

answer = input()
copies = 0
for thing in gc.get_objects():
    if isinstance(thing, dict):
        copies += sum(type(value) in (str, bytes) and value in (answer, answer.encode()) for value in list(thing.values()))
assert copies == 1, copies
print(answer)
