n = int(input())
places = {i * 2654435761 % 2**32: i for i in range(n)}
total = sum(places[i * 2654435761 % 2**32] for i in range(0, n, 2))
print(len(places), total)
