n = int(input())
count = 0
for a in range(n):
    for b in range(n):
        for c in range(n):
            if (a + b) * c % 11 == 3:
                count += 1
print(count)
