function check(condition) {
  if (!condition) throw new Error("not what was expected");
}

function identity(value) {
  check(value.pair[1] === 0 || value.pair[1] === 42);
  if (value.flag) {
    check(typeof value.count === "bigint" && typeof value.big === "bigint" && value.numbers[1] === 0);
    check([...value.heights][0][0].y === 2 && [...value.heights.values()][0][0] === 0.1);
    check(value.rawBytes instanceof Uint8Array && value.rawBytes.length === 256);
  }
  console.log("debugging", value);
  return value;
}
