# Methods of lists that call blocks, written in Ruby.
#
# The interpreter's own are written in C, and so every block they call is a call of the interpreter by itself, on the
# engine's stack. That makes recursion through blocks shallow, and each time a block is left early (`break`, `return`,
# `throw`) 24 KiB are lost for good. In Ruby, a block is one more frame of Ruby's own stack. What is not called with a
# block, or with something unusual, goes to the original.

class Array
  originals = %i[
    all? any? collect count detect each each_index each_with_index each_with_object filter filter_map find find_all
    find_index flat_map index inject map max_by min_by none? reduce reject reverse_each select sum
  ].to_h { |name| [name, instance_method(name)] }
  ORIGINALS = originals.freeze
  private_constant :ORIGINALS

  def each
    return ORIGINALS[:each].bind_call(self) unless block_given?

    i = 0
    while i < self.length
      yield self[i]
      i += 1
    end
    self
  end

  def each_index
    return ORIGINALS[:each_index].bind_call(self) unless block_given?

    i = 0
    while i < self.length
      yield i
      i += 1
    end
    self
  end

  def each_with_index(*rest)
    return ORIGINALS[:each_with_index].bind_call(self, *rest) unless block_given?

    i = 0
    while i < self.length
      yield self[i], i
      i += 1
    end
    self
  end

  def each_with_object(object)
    return ORIGINALS[:each_with_object].bind_call(self, object) unless block_given?

    i = 0
    while i < self.length
      yield self[i], object
      i += 1
    end
    object
  end

  def reverse_each
    return ORIGINALS[:reverse_each].bind_call(self) unless block_given?

    i = length - 1
    while i >= 0
      yield self[i]
      i = length if i > length
      i -= 1
    end
    self
  end

  def map
    return ORIGINALS[:map].bind_call(self) unless block_given?

    made = []
    i = 0
    while i < self.length
      made << yield(self[i])
      i += 1
    end
    made
  end
  alias_method :collect, :map

  def flat_map
    return ORIGINALS[:flat_map].bind_call(self) unless block_given?

    made = []
    i = 0
    while i < self.length
      value = yield(self[i])
      list = Array.try_convert(value)
      list ? made.concat(list) : made << value
      i += 1
    end
    made
  end

  def filter_map
    return ORIGINALS[:filter_map].bind_call(self) unless block_given?

    made = []
    i = 0
    while i < self.length
      value = yield(self[i])
      made << value if value
      i += 1
    end
    made
  end

  def select
    return ORIGINALS[:select].bind_call(self) unless block_given?

    made = []
    i = 0
    while i < self.length
      value = self[i]
      made << value if yield(value)
      i += 1
    end
    made
  end
  alias_method :filter, :select
  alias_method :find_all, :select

  def reject
    return ORIGINALS[:reject].bind_call(self) unless block_given?

    made = []
    i = 0
    while i < self.length
      value = self[i]
      made << value unless yield(value)
      i += 1
    end
    made
  end

  def find(*absent)
    return ORIGINALS[:find].bind_call(self, *absent) unless block_given? && absent.empty?

    i = 0
    while i < self.length
      value = self[i]
      return value if yield(value)

      i += 1
    end
    nil
  end
  alias_method :detect, :find

  def index(*sought)
    return ORIGINALS[:index].bind_call(self, *sought) unless block_given? && sought.empty?

    i = 0
    while i < self.length
      return i if yield(self[i])

      i += 1
    end
    nil
  end
  alias_method :find_index, :index

  def any?(*pattern)
    return ORIGINALS[:any?].bind_call(self, *pattern) unless block_given? && pattern.empty?

    i = 0
    while i < self.length
      return true if yield(self[i])

      i += 1
    end
    false
  end

  def all?(*pattern)
    return ORIGINALS[:all?].bind_call(self, *pattern) unless block_given? && pattern.empty?

    i = 0
    while i < self.length
      return false unless yield(self[i])

      i += 1
    end
    true
  end

  def none?(*pattern)
    return ORIGINALS[:none?].bind_call(self, *pattern) unless block_given? && pattern.empty?

    i = 0
    while i < self.length
      return false if yield(self[i])

      i += 1
    end
    true
  end

  def count(*sought)
    return ORIGINALS[:count].bind_call(self, *sought) unless block_given? && sought.empty?

    found = 0
    i = 0
    while i < self.length
      found += 1 if yield(self[i])
      i += 1
    end
    found
  end

  def sum(*start, &block)
    return ORIGINALS[:sum].bind_call(self, *start) unless block

    # The original knows how to add up floats without losing digits.
    ORIGINALS[:sum].bind_call(map(&block), *start)
  end

  def inject(*given)
    return ORIGINALS[:inject].bind_call(self, *given) unless block_given? && given.length < 2

    i = 0
    if given.empty?
      i = 1
      value = at(0)
    else
      value = given[0]
    end
    while i < self.length
      value = yield(value, self[i])
      i += 1
    end
    value
  end
  alias_method :reduce, :inject

  def min_by(*most, &block)
    return ORIGINALS[:min_by].bind_call(self, *most, &block) unless block && most.empty?

    place = nil
    keys = map(&block)
    keys.each_index { |i| place = i if place.nil? || (keys[i] <=> keys[place]) < 0 }
    place && at(place)
  end

  def max_by(*most, &block)
    return ORIGINALS[:max_by].bind_call(self, *most, &block) unless block && most.empty?

    place = nil
    keys = map(&block)
    keys.each_index { |i| place = i if place.nil? || (keys[i] <=> keys[place]) > 0 }
    place && at(place)
  end
end
