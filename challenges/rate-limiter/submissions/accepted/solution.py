from collections import defaultdict, deque


class RateLimiter:
    def __init__(self, limit: int, window_ms: int):
        if limit < 1 or window_ms < 1:
            raise ValueError("limit and window must be at least 1")
        self.limit = limit
        self.window_ms = window_ms
        self.taken: defaultdict[str, deque[int]] = defaultdict(deque)

    def allow(self, key: str, at_ms: int) -> bool:
        if self.remaining(key, at_ms) == 0:
            return False
        self.taken[key].append(at_ms)
        return True

    def remaining(self, key: str, at_ms: int) -> int:
        taken = self.taken[key]
        while taken and taken[0] <= at_ms - self.window_ms:
            taken.popleft()
        return self.limit - len(taken)
