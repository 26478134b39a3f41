count = gets.to_i
hash = 0x811c9dc5
count.times { |i| hash = ((hash ^ (i * 31 & 0xff)) * 0x01000193) & 0xffffffff }
puts format("%08x", hash)
