# Starts more threads than a machine has.
import threading

count = 0


def work():
    global count
    count += 1


for _ in range(2000):
    threading.Thread(target=work).start()
assert count == 2000
print(input())
