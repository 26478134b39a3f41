n = int(input())
weights = [(7 * i + 3) % 31 for i in range(n)]
best = 0
for mask in range(1 << n):
    total = sum(weights[i] for i in range(n) if mask >> i & 1)
    if total <= 100:
        best = max(best, total)
print(best)
