import heapq
from dataclasses import dataclass


@dataclass
class Job:
    name: str
    at: int
    takes: int


@dataclass
class Run:
    name: str
    worker: int
    start: int


def schedule(jobs: list[Job], workers: int) -> list[Run]:
    if workers < 1:
        raise ValueError("no workers")
    free = list(range(workers))
    busy: list[tuple[int, int]] = []
    runs = []
    start = 0
    for job in sorted(jobs, key=lambda job: job.at):
        start = max(start, job.at)
        if not free and busy[0][0] > start:
            start = busy[0][0]
        while busy and busy[0][0] <= start:
            heapq.heappush(free, heapq.heappop(busy)[1])
        worker = heapq.heappop(free)
        heapq.heappush(busy, (start + job.takes, worker))
        runs.append(Run(job.name, worker, start))
    return runs
