import time


class TtlCache:
    """Lets an entry live on each time it is read."""

    def __init__(self):
        self.entries: dict[str, tuple[int, float, float]] = {}

    def put(self, key: str, value: int, ttl_ms: int) -> None:
        if ttl_ms < 1:
            raise ValueError("a time to live must be at least 1 ms")
        self.entries[key] = (value, time.monotonic(), ttl_ms / 1000)

    def get(self, key: str) -> int | None:
        value, since, ttl = self.entries.get(key, (None, 0, 0))
        if time.monotonic() >= since + ttl:
            return None
        self.entries[key] = (value, time.monotonic(), ttl)
        return value

    def size(self) -> int:
        now = time.monotonic()
        return sum(now < since + ttl for _, since, ttl in self.entries.values())
