input()
values = list(map(int, input().split()))
count = 0
for i in range(len(values)):
    for j in range(i + 1, len(values)):
        if (values[i] + values[j]) % 7 == 0:
            count += 1
print(count)
