input()
best = None
for word in input().split():
    value = int(word)
    if best is None or value > best:
        best = value
print(best)
