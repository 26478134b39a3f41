n = int(input())
paths = [[1] * n for _ in range(n)]
for i in range(1, n):
    for j in range(1, n):
        paths[i][j] = (paths[i - 1][j] + paths[i][j - 1]) % 1000003
print(paths[-1][-1])
