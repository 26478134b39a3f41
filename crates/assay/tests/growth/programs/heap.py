import heapq
input()
queue = []
for word in input().split():
    heapq.heappush(queue, int(word))
total = 0
while queue:
    total = (total * 31 + heapq.heappop(queue)) % 1000003
print(total)
