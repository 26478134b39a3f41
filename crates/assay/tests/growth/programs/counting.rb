gets
seen = Hash.new(0)
gets.split.each { |word| seen[word.to_i % 1000] += 1 }
puts seen.size
