const numbers: number[] = [1, 2, 3];
let total: number = 0;
for (const number of numbers { // HERE
  total += number;
}
console.log(total);
