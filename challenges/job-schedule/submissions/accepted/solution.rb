Job = Struct.new(:name, :at, :takes)
Run = Struct.new(:name, :worker, :start)

# A binary heap of what `<=>` compares, the least first.
class Heap
  def initialize(items = [])
    @items = items.sort
  end

  def empty? = @items.empty?

  def top = @items.first

  def push(item)
    place = @items.size
    while place > 0
      parent = (place - 1) / 2
      break unless (item <=> @items[parent]) < 0

      @items[place] = @items[parent]
      place = parent
    end
    @items[place] = item
  end

  def pop
    top = @items.first
    last = @items.pop
    return top if @items.empty?

    place = 0
    while (child = 2 * place + 1) < @items.size
      child += 1 if child + 1 < @items.size && (@items[child + 1] <=> @items[child]) < 0
      break unless (@items[child] <=> last) < 0

      @items[place] = @items[child]
      place = child
    end
    @items[place] = last
    top
  end
end

def schedule(jobs, workers)
  raise ArgumentError, "no workers" if workers < 1

  free = Heap.new((0...workers).to_a)
  busy = Heap.new
  start = 0
  jobs.each_with_index.sort_by { |job, place| [job.at, place] }.map do |job, _|
    start = [start, job.at].max
    start = [start, busy.top.first].max if free.empty?
    free.push(busy.pop.last) while !busy.empty? && busy.top.first <= start
    worker = free.pop
    busy.push([start + job.takes, worker])
    Run.new(job.name, worker, start)
  end
end
