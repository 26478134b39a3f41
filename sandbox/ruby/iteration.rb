# More methods that call blocks, written in Ruby for the reasons that stand in `array.rb`.

class Range
  ORIGINALS = %i[all? any? each find map select sum].to_h { |name| [name, instance_method(name)] }.freeze
  private_constant :ORIGINALS

  def each
    return ORIGINALS[:each].bind_call(self) unless block_given?
    return ORIGINALS[:each].bind_call(self) { |value| yield value } unless whole?

    i = self.begin
    last = exclude_end? ? self.end - 1 : self.end
    while i <= last
      yield i
      i += 1
    end
    self
  end

  def map
    return ORIGINALS[:map].bind_call(self) unless block_given?

    made = []
    each { |value| made << yield(value) }
    made
  end
  alias_method :collect, :map

  def select
    return ORIGINALS[:select].bind_call(self) unless block_given?

    made = []
    each { |value| made << value if yield(value) }
    made
  end
  alias_method :filter, :select

  def find(*absent)
    return ORIGINALS[:find].bind_call(self, *absent) unless block_given? && absent.empty?

    each { |value| return value if yield(value) }
    nil
  end
  alias_method :detect, :find

  def any?(*pattern)
    return ORIGINALS[:any?].bind_call(self, *pattern) unless block_given? && pattern.empty?

    each { |value| return true if yield(value) }
    false
  end

  def all?(*pattern)
    return ORIGINALS[:all?].bind_call(self, *pattern) unless block_given? && pattern.empty?

    each { |value| return false unless yield(value) }
    true
  end

  def sum(*start, &block)
    block ? map(&block).sum(*start) : ORIGINALS[:sum].bind_call(self, *start)
  end

  private

  def whole?
    Integer === self.begin && Integer === self.end
  end
end

class Integer
  ORIGINALS = %i[downto upto].to_h { |name| [name, instance_method(name)] }.freeze
  private_constant :ORIGINALS

  def upto(last)
    return ORIGINALS[:upto].bind_call(self, last) unless block_given?
    return ORIGINALS[:upto].bind_call(self, last) { |value| yield value } unless Integer === last

    i = self
    while i <= last
      yield i
      i += 1
    end
    self
  end

  def downto(last)
    return ORIGINALS[:downto].bind_call(self, last) unless block_given?
    return ORIGINALS[:downto].bind_call(self, last) { |value| yield value } unless Integer === last

    i = self
    while i >= last
      yield i
      i -= 1
    end
    self
  end
end

class Hash
  ORIGINALS = %i[
    all? any? each each_key each_value each_with_index find map sum
  ].to_h { |name| [name, instance_method(name)] }.freeze
  private_constant :ORIGINALS

  def each
    return ORIGINALS[:each].bind_call(self) unless block_given?

    list = keys
    i = 0
    while i < list.length
      key = list[i]
      yield [key, self[key]] if key?(key)
      i += 1
    end
    self
  end
  alias_method :each_pair, :each

  def each_key
    return ORIGINALS[:each_key].bind_call(self) unless block_given?

    list = keys
    i = 0
    while i < list.length
      yield list[i] if key?(list[i])
      i += 1
    end
    self
  end

  def each_value
    return ORIGINALS[:each_value].bind_call(self) unless block_given?

    each_key { |key| yield self[key] }
  end

  def each_with_index(*rest, &block)
    return ORIGINALS[:each_with_index].bind_call(self, *rest) unless block

    to_a.each_with_index(&block)
    self
  end

  def find(*absent, &block)
    block && absent.empty? ? to_a.find(&block) : ORIGINALS[:find].bind_call(self, *absent, &block)
  end
  alias_method :detect, :find

  def map(&block)
    block ? to_a.map(&block) : ORIGINALS[:map].bind_call(self)
  end
  alias_method :collect, :map

  def sum(*start, &block)
    block ? to_a.map(&block).sum(*start) : ORIGINALS[:sum].bind_call(self, *start)
  end

  def any?(*pattern, &block)
    block && pattern.empty? ? to_a.any?(&block) : ORIGINALS[:any?].bind_call(self, *pattern)
  end

  def all?(*pattern, &block)
    block && pattern.empty? ? to_a.all?(&block) : ORIGINALS[:all?].bind_call(self, *pattern)
  end
end

class String
  ORIGINALS = %i[each_byte each_char].to_h { |name| [name, instance_method(name)] }.freeze
  private_constant :ORIGINALS

  def each_char(&block)
    return ORIGINALS[:each_char].bind_call(self) unless block

    chars.each(&block)
    self
  end

  def each_byte(&block)
    return ORIGINALS[:each_byte].bind_call(self) unless block

    bytes.each(&block)
    self
  end
end

module Kernel
  # What is thrown, on its way.
  thrown = Class.new(Exception) do
    attr_accessor :tag, :value
  end
  waiting = []

  define_method(:catch) do |tag = Object.new, &block|
    waiting << tag
    begin
      block.call(tag)
    rescue thrown => flight
      raise unless flight.tag.equal?(tag)

      flight.value
    ensure
      waiting.pop
    end
  end

  define_method(:throw) do |tag, value = nil|
    raise UncaughtThrowError.new(tag, value, "uncaught throw %p") unless waiting.any? { |other| other.equal?(tag) }

    flight = thrown.new
    flight.tag = tag
    flight.value = value
    raise flight, cause: nil
  end

  module_function :catch, :throw
end
