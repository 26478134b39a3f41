console.log("bye");
process.exit(7);
