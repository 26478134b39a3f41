import time


class Recorder:
    def __init__(self, start):
        if start < 0:
            raise ValueError("the start is below zero")
        self.start, self.numbers, self.made = start, [], time.monotonic()

    def echo(self, value):
        assert value.pair[1] in (0, 42)
        return value

    def push(self, number):
        self.numbers.append(number)

    def pop(self):
        if not self.numbers:
            raise ValueError("there is no number")
        return self.numbers.pop()

    def drop_all(self):
        if not self.numbers:
            raise ValueError("there is no number")
        self.numbers.clear()

    def total(self):
        return self.start + sum(self.numbers)

    def elapsed_ms(self):
        return round((time.monotonic() - self.made) * 1000)

    def find(self, place):
        return self.numbers[place] if place < len(self.numbers) else None
