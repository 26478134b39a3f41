class RateLimiter:
    """Counts in windows that begin at multiples of their length."""

    def __init__(self, limit: int, window_ms: int):
        if limit < 1 or window_ms < 1:
            raise ValueError("limit and window must be at least 1")
        self.limit = limit
        self.window_ms = window_ms
        self.counts: dict[tuple[str, int], int] = {}

    def allow(self, key: str, at_ms: int) -> bool:
        if self.remaining(key, at_ms) == 0:
            return False
        window = (key, at_ms // self.window_ms)
        self.counts[window] = self.counts.get(window, 0) + 1
        return True

    def remaining(self, key: str, at_ms: int) -> int:
        return self.limit - self.counts.get((key, at_ms // self.window_ms), 0)
