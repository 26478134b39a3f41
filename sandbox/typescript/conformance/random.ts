for (let i = 0; i < 3; i++) {
  console.log(Math.floor(Math.random() * 1_000_000));
}
