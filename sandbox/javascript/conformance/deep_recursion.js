function total(n) {
  return n === 0 ? 0 : n + total(n - 1);
}

console.log(total(10_000));
