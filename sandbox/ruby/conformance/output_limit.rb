loop { puts "spam" }
