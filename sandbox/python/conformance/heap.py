import heapq

n = int(input())
x, heap = 42, []
for _ in range(n):
    x = (x * 1103515245 + 12345) % 2**31
    heapq.heappush(heap, x)
total = 0
for i in range(n):
    total += heapq.heappop(heap) * (i % 10)
print(total % 1_000_000_007)
