puts "out"
warn "err"
