class Recorder
  def initialize(start)
    raise ArgumentError, "the start is below zero" if start < 0
    @start = start
    @numbers = []
    @made = Process.clock_gettime(Process::CLOCK_MONOTONIC, :millisecond)
  end

  def echo(value) = value

  def push(number) = @numbers << number

  def pop
    raise "there is no number" if @numbers.empty?
    @numbers.pop
  end

  def drop_all
    raise "there is no number" if @numbers.empty?
    @numbers.clear
  end

  def total = @start + @numbers.sum

  def elapsed_ms = Process.clock_gettime(Process::CLOCK_MONOTONIC, :millisecond) - @made

  def find(place) = @numbers[place]
end
