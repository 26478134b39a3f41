class RateLimiter
  def initialize(limit, window_ms)
    raise ArgumentError, "limit and window must be at least 1" if limit < 1 || window_ms < 1

    @limit = limit
    @window_ms = window_ms
    @allowed = Hash.new { |all, key| all[key] = [] }
  end

  def allow(key, at_ms)
    return false if remaining(key, at_ms).zero?

    @allowed[key] << at_ms
    true
  end

  def remaining(key, at_ms)
    moments = @allowed[key]
    moments.shift while !moments.empty? && moments.first <= at_ms - @window_ms
    @limit - moments.size
  end
end
