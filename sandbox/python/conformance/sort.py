n = int(input())
x, numbers = 42, []
for _ in range(n):
    x = (x * 1103515245 + 12345) % 2**31
    numbers.append(x)
numbers.sort()
print(sum(i * number for i, number in enumerate(numbers, 1)) % 1_000_000_007)
