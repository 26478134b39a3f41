print gets.split.size
