# Takes all the memory there is and means to go on without it.
kept = []
try:
    while True:
        kept.append(bytearray(1_000_000))
except MemoryError:
    print(input())
