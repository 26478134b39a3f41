begin
  File.open("/etc/passwd") { |file| puts file.read }
rescue SystemCallError
  puts "denied"
end
