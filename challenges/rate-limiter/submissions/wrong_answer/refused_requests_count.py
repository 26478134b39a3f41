class RateLimiter:
    """Lets requests that were refused use up the limit too."""

    def __init__(self, limit: int, window_ms: int):
        if limit < 1 or window_ms < 1:
            raise ValueError("limit and window must be at least 1")
        self.limit = limit
        self.window_ms = window_ms
        self.taken: dict[str, list[int]] = {}

    def allow(self, key: str, at_ms: int) -> bool:
        allowed = self.remaining(key, at_ms) > 0
        self.taken.setdefault(key, []).append(at_ms)
        return allowed

    def remaining(self, key: str, at_ms: int) -> int:
        recent = [at for at in self.taken.get(key, []) if at > at_ms - self.window_ms]
        self.taken[key] = recent
        return max(self.limit - len(recent), 0)
