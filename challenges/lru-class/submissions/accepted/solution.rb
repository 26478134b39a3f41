# A Hash keeps its keys in the order in which they were put in.
class LruCache
  def initialize(capacity)
    raise ArgumentError, "capacity must be at least 1" if capacity < 1

    @capacity = capacity
    @entries = {}
  end

  def get(key)
    return nil unless @entries.key?(key)

    @entries[key] = @entries.delete(key)
  end

  def put(key, value)
    @entries.delete(key)
    @entries[key] = value
    @entries.shift if @entries.size > @capacity
  end

  def size
    @entries.size
  end
end
