const numbers = Array.from({ length: 20 }, (_, i) => i + 1);
const total = numbers
  .filter((n: number) => n % 2 === 1)
  .map((n) => n * n)
  .reduce((sum, n) => sum + n, 0);
console.log(total);

function counter(): () => number {
  let count = 0;
  return () => ++count;
}

const next = counter();
console.log(next(), next(), next());
