class LruCache:
    """Keeps the order of keys in a list, and searches it."""

    def __init__(self, capacity: int):
        if capacity < 1:
            raise ValueError("capacity must be at least 1")
        self.capacity = capacity
        self.entries: dict[int, int] = {}
        self.order: list[int] = []

    def get(self, key: int) -> int | None:
        if key not in self.entries:
            return None
        self.order.remove(key)
        self.order.append(key)
        return self.entries[key]

    def put(self, key: int, value: int) -> None:
        if key in self.entries:
            self.order.remove(key)
        self.entries[key] = value
        self.order.append(key)
        if len(self.order) > self.capacity:
            del self.entries[self.order.pop(0)]

    def size(self) -> int:
        return len(self.entries)
