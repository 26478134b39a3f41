# Goes through all starts and ends in order of time: once for the rooms, once for the blocks, once for the slots.
import sys


def main():
    numbers = [int(word) for word in sys.stdin.read().split()]
    n, window_start, window_end, length = numbers[:4]
    events = []
    for i in range(n):
        start, end = numbers[4 + 2 * i], numbers[5 + 2 * i]
        if start < end:
            events.append((start, 1))
            events.append((end, -1))
    # At one moment, rooms are left before others are taken.
    events.sort()
    rooms = running = 0
    for _, change in events:
        running += change
        rooms = max(rooms, running)

    # A block goes on where one meeting ends and the next begins, so here starts come first.
    blocks = []
    running = 0
    for moment, change in sorted(events, key=lambda event: (event[0], -event[1])):
        if running == 0:
            blocks.append([moment, moment])
        running += change
        if running == 0:
            blocks[-1][1] = moment

    slots = []
    free_from = window_start
    for start, end in blocks:
        until = min(start, window_end)
        if until - free_from >= length:
            slots.append((free_from, until))
        free_from = max(free_from, end)
    if window_end - free_from >= length:
        slots.append((free_from, window_end))

    print(rooms)
    print(len(blocks), sum(end - start for start, end in blocks))
    for start, end in blocks:
        print(start, end)
    print(len(slots))
    for start, end in slots:
        print(start, end)


main()
