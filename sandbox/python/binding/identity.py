from dataclasses import dataclass


@dataclass(frozen=True)
class Point:
    x: int
    y: int


@dataclass
class Everything:
    flag: bool
    count: int
    big: int
    ratio: float
    name: str
    raw_bytes: bytes
    numbers: list[int]
    rows: list[list[str]]
    ages: dict[str, int]
    heights: dict[Point, list[float]]
    switches: dict[int, bool]
    seen: set[str]
    corners: set[tuple[int, int]]
    maybe: int | None
    maybe_point: Point | None
    maybe_list: list[int] | None
    pair: tuple[str, int]
    triple: tuple[Point, bool, list[str | None]]
    type: dict[str, dict[str, bytes | None]]


def identity(value: Everything) -> Everything:
    assert isinstance(value, Everything) and isinstance(value.triple[0], Point)
    assert value.big == 0 or value.heights[Point(1, 2)][0] == 0.1 and (2, 1) in value.corners
    print("debugging", value)
    return value


if __name__ == "__main__":
    raise SystemExit("not when imported")
