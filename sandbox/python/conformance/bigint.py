from math import factorial

print(2**200)
print(factorial(50))
