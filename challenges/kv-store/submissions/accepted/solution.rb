class Store
  class NoTransaction < StandardError; end

  def initialize
    @values = {}
    @counts = Hash.new(0)
    @changes = [] # what keys had before each change of the open transactions
    @starts = [] # how many changes there were when each of them began
  end

  def set(key, value)
    change(key, value)
  end

  def get(key)
    @values[key]
  end

  def remove(key)
    return false unless @values.key?(key)

    change(key, nil)
    true
  end

  def count(value)
    @counts[value]
  end

  def start
    @starts.push(@changes.size)
  end

  def commit
    finish
    @changes.clear if @starts.empty?
  end

  def rollback
    first = finish
    put(*@changes.pop) while @changes.size > first
  end

  private

  def finish
    @starts.pop or raise NoTransaction, "no transaction"
  end

  def change(key, value)
    @changes.push([key, @values[key]]) unless @starts.empty?
    put(key, value)
  end

  def put(key, value)
    before = @values.delete(key)
    @counts[before] -= 1 if before
    return unless value

    @values[key] = value
    @counts[value] += 1
  end
end
