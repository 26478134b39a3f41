STEPS = [[-1, 0], [1, 0], [0, -1], [0, 1]].freeze

def distance(size)
  wall = Array.new(size) { |row| Array.new(size) { |column| row * column % 7 == 6 } }
  wall[0][0] = wall[size - 1][size - 1] = false
  distances = Array.new(size) { Array.new(size) }
  distances[0][0] = 0
  queue = [[0, 0]]
  until queue.empty?
    row, column = queue.shift
    STEPS.each do |down, right|
      r = row + down
      c = column + right
      next if r < 0 || c < 0 || r >= size || c >= size || wall[r][c] || distances[r][c]

      distances[r][c] = distances[row][column] + 1
      queue << [r, c]
    end
  end
  distances[size - 1][size - 1] || -1
end

puts distance(gets.to_i)
