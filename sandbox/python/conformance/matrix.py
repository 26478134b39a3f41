n = int(input())
a = [[(i * j) % 7 + 0.5 for j in range(n)] for i in range(n)]
b = [[(i + j) % 5 - 1.25 for j in range(n)] for i in range(n)]

columns = list(zip(*b))
product = [[sum(x * y for x, y in zip(row, column)) for column in columns] for row in a]
print(f"{sum(product[i][i] for i in range(n)):.3f}")
