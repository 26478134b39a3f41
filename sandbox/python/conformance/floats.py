for number in (1 / 3, 2.5, -1e-7, 123456789.125, 1e15 / 7):
    print(f"{number:.6f}")
