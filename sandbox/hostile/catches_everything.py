# Goes on whatever is thrown at it.
while True:
    try:
        while True:
            pass
    except BaseException:
        pass
