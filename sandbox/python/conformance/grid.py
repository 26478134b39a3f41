from collections import deque

n = int(input())
last = n - 1
wall = [[r * c % 7 == 6 for c in range(n)] for r in range(n)]
wall[0][0] = wall[last][last] = False

distance = [[-1] * n for _ in range(n)]
distance[0][0] = 0
queue = deque([(0, 0)])
while queue:
    r, c = queue.popleft()
    for y, x in ((r + 1, c), (r - 1, c), (r, c + 1), (r, c - 1)):
        if 0 <= y < n and 0 <= x < n and not wall[y][x] and distance[y][x] < 0:
            distance[y][x] = distance[r][c] + 1
            queue.append((y, x))
print(distance[last][last])
