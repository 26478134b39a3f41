for (const number of [1 / 3, 2.5, -1e-7, 123456789.125, 1e15 / 7]) {
  console.log(number.toFixed(6));
}
