class TtlCache
  Entry = Struct.new(:value, :ends)

  def initialize
    @entries = {}
  end

  def put(key, value, ttl_ms)
    raise ArgumentError, "a time to live must be at least 1 ms" if ttl_ms < 1

    @entries[key] = Entry.new(value, now + ttl_ms)
  end

  def get(key)
    entry = @entries[key]
    entry.value if entry && now < entry.ends
  end

  def size
    moment = now
    @entries.delete_if { |_, entry| entry.ends <= moment }
    @entries.size
  end

  private

  def now
    Process.clock_gettime(Process::CLOCK_MONOTONIC, :float_millisecond)
  end
end
