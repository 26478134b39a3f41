let factorial = 1n;
for (let i = 2n; i <= 50n; i++) factorial *= i;
console.log((2n ** 200n).toString());
console.log(factorial.toString());
