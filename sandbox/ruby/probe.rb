# Depends on as much of the snapshot as one program can: hashes, the order of symbols, the state of the collector.
require "set"
require "json"

words = ObjectSpace.each_object(Class).map(&:to_s).grep_v(/#</).sort
table = words.to_h { |word| [word, word.hash] }
numbers = table.values.map { |hash| hash % 1000 }
GC.start
puts JSON.generate({ words: words.size, sum: numbers.sum, live: GC.stat(:heap_live_slots), set: Set.new(numbers).size })
