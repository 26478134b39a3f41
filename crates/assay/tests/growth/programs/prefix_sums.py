n = int(input())
sums = [0]
for i in range(n):
    sums.append((sums[-1] + i) % 1000003)
print(sum(sums[n] > sums[i] for i in range(n)))
