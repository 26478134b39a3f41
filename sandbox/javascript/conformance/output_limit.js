while (true) console.log("spam");
