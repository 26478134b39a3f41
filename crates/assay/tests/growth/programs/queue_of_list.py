n = int(input())
queue, total = list(range(n)), 0
while queue:
    total = (total * 31 + queue.pop(0)) % 1000003
print(total)
