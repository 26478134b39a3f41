from collections import deque

n = int(input())
edges = [[(i * 2 + 1) % n, (i * 3 + 2) % n, (i + 1) % n] for i in range(n)]
distance = [-1] * n
distance[0] = 0
queue = deque([0])
while queue:
    at = queue.popleft()
    for to in edges[at]:
        if distance[to] < 0:
            distance[to] = distance[at] + 1
            queue.append(to)
print(max(distance))
