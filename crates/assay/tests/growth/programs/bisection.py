n = int(input())
total = 0
for target in range(n // 2, n // 2 + 400):
    low, high = 0, n
    while low < high:
        middle = (low + high) // 2
        if middle < target:
            low = middle + 1
        else:
            high = middle
    total += low
print(total)
