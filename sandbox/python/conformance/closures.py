def counter():
    count = 0

    def step():
        nonlocal count
        count += 1
        return count

    return step


print(sum(n * n for n in range(1, 21) if n % 2))
step = counter()
print(step(), step(), step())
