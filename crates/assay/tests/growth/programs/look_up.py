def position(values, wanted):
    low, high = 0, len(values)
    while low < high:
        middle = (low + high) // 2
        if values[middle] < wanted:
            low = middle + 1
        else:
            high = middle
    return low


n = int(input())
values = [i * i for i in range(n)]
print(sum(position(values, i * n) for i in range(n)))
