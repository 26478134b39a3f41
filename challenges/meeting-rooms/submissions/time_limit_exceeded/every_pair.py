import sys


def main():
    numbers = list(map(int, sys.stdin.buffer.read().split()))
    n, window_start, window_end, length = numbers[:4]
    values = iter(numbers[4 : 4 + 2 * n])
    meetings = sorted((start, end) for start, end in zip(values, values) if start < end)

    # Too slow: for each meeting, counts all meetings that are going on when it starts.
    rooms = 0
    for moment, _ in meetings:
        running = 0
        for start, end in meetings:
            if start <= moment < end:
                running += 1
        rooms = max(rooms, running)

    blocks = []
    for start, end in meetings:
        if blocks and start <= blocks[-1][1]:
            blocks[-1][1] = max(blocks[-1][1], end)
        else:
            blocks.append([start, end])

    slots = []
    free_from = window_start
    for start, end in blocks:
        if start >= window_end:
            break
        if start - free_from >= length:
            slots.append((free_from, start))
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
