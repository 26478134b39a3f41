start = Process.clock_gettime(Process::CLOCK_MONOTONIC)
sleep 5
puts (Process.clock_gettime(Process::CLOCK_MONOTONIC) - start).floor
