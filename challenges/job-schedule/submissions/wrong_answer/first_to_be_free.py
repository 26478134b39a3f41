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
    """Takes the worker that has been free for longest, not the one of the lowest number."""
    if workers < 1:
        raise ValueError("no workers")
    free = [(0, worker) for worker in range(workers)]
    runs = []
    for job in sorted(jobs, key=lambda job: job.at):
        since, worker = heapq.heappop(free)
        start = max(job.at, since)
        heapq.heappush(free, (start + job.takes, worker))
        runs.append(Run(job.name, worker, start))
    return runs
