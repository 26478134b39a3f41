const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function main(): Promise<void> {
  const start = Date.now();
  await sleep(5000);
  console.log(Math.floor((Date.now() - start) / 1000));
}

main();
