const numbers = [1, 2, 3];
let total = 0;
for (const number of numbers { // HERE
  total += number;
}
console.log(total);
