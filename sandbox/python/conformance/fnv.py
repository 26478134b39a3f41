n = int(input())
data = bytes(i * 31 % 256 for i in range(n))
digest = 2166136261
for byte in data:
    digest = (digest ^ byte) * 16777619 % 2**32
print(f"{digest:08x}")
