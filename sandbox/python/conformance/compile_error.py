numbers = [1, 2, 3]
total = 0
for number in numbers  # HERE
    total += number
print(total)
