input()
values = sorted(map(int, input().split()))
print(sum(place * value for place, value in enumerate(values)) % 1000003)
