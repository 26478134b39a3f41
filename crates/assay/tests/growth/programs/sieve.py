n = int(input())
prime = bytearray([1]) * (n + 1)
d = 2
while d * d <= n:
    if prime[d]:
        prime[d * d :: d] = bytes(len(range(d * d, n + 1, d)))
    d += 1
print(sum(prime[-1000:]))
