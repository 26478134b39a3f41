def inner():
    raise ValueError("boom 42")  # HERE


def outer():
    inner()


outer()
