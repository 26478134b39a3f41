[1 / 3.0, 2.5, -1e-7, 123_456_789.125, 1e15 / 7].each { |number| puts format("%.6f", number) }
