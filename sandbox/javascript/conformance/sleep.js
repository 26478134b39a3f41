const sleep = (ms) => new Promise((resolve) => setTimeout(resolve, ms));

async function main() {
  const start = Date.now();
  await sleep(5000);
  console.log(Math.floor((Date.now() - start) / 1000));
}

main();
