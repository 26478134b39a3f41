n = int(input())
board = [[0] * n for _ in range(n)]
for i in range(n):
    board[i][i] = 1
print(sum(map(sum, board[:10])))
