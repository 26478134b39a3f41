n = int(input())
answer, base, left = 1, 3, n
for _ in range(100):
    left = n
    while left:
        if left & 1:
            answer = answer * base % 1000003
        base = base * base % 1000003
        left >>= 1
print(answer)
