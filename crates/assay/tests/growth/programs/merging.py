def sort(values):
    if len(values) < 2:
        return values
    left, right = sort(values[: len(values) // 2]), sort(values[len(values) // 2 :])
    merged, i, j = [], 0, 0
    while i < len(left) and j < len(right):
        if left[i] <= right[j]:
            merged.append(left[i])
            i += 1
        else:
            merged.append(right[j])
            j += 1
    return merged + left[i:] + right[j:]


input()
print(sort(list(map(int, input().split())))[0])
