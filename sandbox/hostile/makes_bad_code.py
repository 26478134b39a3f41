# Runs byte code no compiler would make.
def run():
    return 1


print(input(), flush=True)
run.__code__ = run.__code__.replace(co_code=bytes(range(1, 251)) * 40, co_stacksize=1)
for _ in range(100):
    run()
