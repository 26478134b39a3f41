from itertools import permutations

n = int(input())
print(sum(order[0] < order[-1] for order in permutations(range(n))))
