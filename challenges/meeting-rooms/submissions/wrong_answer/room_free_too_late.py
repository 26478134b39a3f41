import heapq
import sys


def main():
    numbers = list(map(int, sys.stdin.buffer.read().split()))
    n, window_start, window_end, length = numbers[:4]
    values = iter(numbers[4 : 4 + 2 * n])
    meetings = sorted((start, end) for start, end in zip(values, values) if start < end)

    rooms = 0
    blocks = []
    running = []
    for start, end in meetings:
        # Mistake: a room is not free yet at the moment its meeting ends.
        if running and running[0] < start:
            heapq.heapreplace(running, end)
        else:
            heapq.heappush(running, end)
        rooms = max(rooms, len(running))
        if blocks and start <= blocks[-1][1]:
            if end > blocks[-1][1]:
                blocks[-1][1] = end
        else:
            blocks.append([start, end])

    slots = []
    free_from = window_start
    for start, end in blocks + [[window_end, window_end]]:
        until = min(start, window_end)
        if until - free_from >= length:
            slots.append((free_from, until))
        free_from = max(free_from, end)

    out = [str(rooms), f"{len(blocks)} {sum(end - start for start, end in blocks)}"]
    out += [f"{start} {end}" for start, end in blocks]
    out.append(str(len(slots)))
    out += [f"{start} {end}" for start, end in slots]
    sys.stdout.write("\n".join(out) + "\n")


main()
