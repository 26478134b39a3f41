export interface Point {
  x: number;
  y: number;
}

export interface Everything {
  flag: boolean;
  count: number | bigint;
  big: bigint;
  name: string;
  rawBytes: Uint8Array;
  numbers: number[];
  heights: Map<Point, number[]>;
  maybePoint: Point | null;
  pair: [string, number];
}

function check(condition: boolean): void {
  if (!condition) throw new Error("not what was expected");
}

export function identity(value: Everything): Everything {
  check(value.pair[1] === 0 || value.pair[1] === 42);
  if (value.flag) {
    check(typeof value.count === "bigint" && typeof value.big === "bigint" && value.numbers[1] === 0);
    check([...value.heights.keys()][0]!.y === 2 && value.maybePoint?.x === 5);
  }
  console.log("debugging", value.name);
  return value;
}
