200_000.times { |number| puts number }
