def greet(name)
  puts "hello #{name}"
end

greet("you")) # HERE
puts "done"
