input()
seen = {}
for word in input().split():
    seen[word] = seen.get(word, 0) + 1
print(len(seen), max(seen.values()))
