STEPS = [[-1, 0], [1, 0], [0, -1], [0, 1]].freeze

def wall?(row, column, size)
  return false if [row, column] == [0, 0] || [row, column] == [size - 1, size - 1]

  (row * 7 + column * 13) % 5 == 0
end

def distance(size)
  distances = Array.new(size) { Array.new(size) }
  distances[0][0] = 0
  queue = [[0, 0]]
  until queue.empty?
    row, column = queue.shift
    STEPS.each do |down, right|
      r = row + down
      c = column + right
      next if r < 0 || c < 0 || r >= size || c >= size || distances[r][c] || wall?(r, c, size)

      distances[r][c] = distances[row][column] + 1
      queue << [r, c]
    end
  end
  distances[size - 1][size - 1] || -1
end

puts distance(gets.to_i)
