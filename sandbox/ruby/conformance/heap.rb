# A binary heap whose smallest value is at the top.
class Heap
  def initialize
    @values = []
  end

  def push(value)
    place = @values.size
    @values << value
    while place > 0
      parent = (place - 1) / 2
      break if @values[parent] <= value

      @values[place] = @values[parent]
      place = parent
    end
    @values[place] = value
  end

  def pop
    top = @values[0]
    last = @values.pop
    sink(last) unless @values.empty?
    top
  end

  private

  def sink(value)
    place = 0
    size = @values.size
    while (child = 2 * place + 1) < size
      child += 1 if child + 1 < size && @values[child + 1] < @values[child]
      break if value <= @values[child]

      @values[place] = @values[child]
      place = child
    end
    @values[place] = value
  end
end

count = gets.to_i
heap = Heap.new
state = 42
count.times do
  state = (state * 1_103_515_245 + 12_345) % 2**31
  heap.push(state)
end
sum = 0
count.times { |number| sum += heap.pop * (number % 10) }
puts sum % 1_000_000_007
