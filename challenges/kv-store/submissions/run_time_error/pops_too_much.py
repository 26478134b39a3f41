class Store:
    """Does not look whether a transaction is open."""

    def __init__(self):
        self.layers: list[dict[str, str | None]] = [{}]

    def set(self, key: str, value: str) -> None:
        self.layers[-1][key] = value

    def get(self, key: str) -> str | None:
        for layer in reversed(self.layers):
            if key in layer:
                return layer[key]
        return None

    def remove(self, key: str) -> bool:
        there = self.get(key) is not None
        self.layers[-1][key] = None
        return there

    def count(self, value: str) -> int:
        keys = {key for layer in self.layers for key in layer}
        return sum(self.get(key) == value for key in keys)

    def start(self) -> None:
        self.layers.append({})

    def commit(self) -> None:
        changed = self.layers.pop()
        self.layers[-1].update(changed)

    def rollback(self) -> None:
        if len(self.layers) == 1:
            raise ValueError("no transaction")
        self.layers.pop()
