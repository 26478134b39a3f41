line = input()
print(len(line))
print(line[::-1])
