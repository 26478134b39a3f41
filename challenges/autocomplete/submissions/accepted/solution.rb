def suggest(searches, prefixes, most)
  words = searches.keys.sort
  prefixes.map do |prefix|
    first = words.bsearch_index { |word| word >= prefix } || words.size
    last = first
    last += 1 while last < words.size && words[last].start_with?(prefix)
    words[first...last].min_by([most, 0].max) { |word| [-searches[word], word] }
  end
end
