3.times { puts rand(1_000_000) }
