"""Prints a call with many jobs: the numbers of jobs and workers, and a seed, come in on one line."""

import json
import random

jobs, workers, seed = map(int, input().split())
generator = random.Random(seed)
moment = 0
all_jobs = []
for number in range(jobs):
    moment += generator.randrange(3)
    all_jobs.append({"name": f"job-{number}", "at": moment, "takes": generator.randrange(1, 2 * workers)})
generator.shuffle(all_jobs)
print(json.dumps({"args": [all_jobs, workers]}))
