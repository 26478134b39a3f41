import time

started = time.monotonic()
time.sleep(5)
print(int(time.monotonic() - started))
