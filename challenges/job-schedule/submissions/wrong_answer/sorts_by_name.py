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
    """Orders jobs that arrive together by their names."""
    if workers < 1:
        raise ValueError("no workers")
    ends = [0] * workers
    runs = []
    for job in sorted(jobs, key=lambda job: (job.at, job.name)):
        start = max(job.at, min(ends))
        worker = next(place for place, end in enumerate(ends) if end <= start)
        ends[worker] = start + job.takes
        runs.append(Run(job.name, worker, start))
    return runs
