# Calls a submission's function or class as `/assay/call` says, and writes what comes of it to `/assay/results/log`.
#
# The submission is loaded as this file is; `AssayCall.call` comes after that, in an instance of the sandbox for each call.
# Only the descriptor below differs from one challenge to another. The submission could write the log itself: it would
# gain nothing, as no answer is in here.

require "set"

module AssayCall
  INTERFACE = ["interface"]
  FILE, RECORDS, ITEM = INTERFACE
  FIELDS = RECORDS.to_h
  SHOWN_ERRORS = 10
  LONGEST_MESSAGE = 4096

  # Errors that tell of a mistake in the program. Classes derived from them are the submission's own, and meant.
  MISTAKES = [
    NameError, NoMethodError, TypeError, NotImplementedError, SystemStackError, NoMemoryError, LoadError, SyntaxError,
    FrozenError, LocalJumpError, FiberError, ThreadError, UncaughtThrowError
  ].freeze

  # Says what a value is that is not of the type it should be of.
  class Mismatch < StandardError; end

  # A submission may change how integers are written.
  DIGITS = Integer.instance_method(:to_s)

  # Reads the call.
  class Input
    def initialize(call)
      @call = call
      @at = 0
    end

    def line
      ending = @call.index("\n", @at)
      line = @call.byteslice(@at, ending - @at)
      @at = ending + 1
      line
    end

    def count = line.to_i

    def block
      length = count
      block = @call.byteslice(@at, length)
      @at += length + 1
      block
    end

    def read(shape)
      case shape[0]
      when "bool" then line == "T"
      when "int", "bigint" then line.to_i
      when "float" then float(line)
      when "string" then block.force_encoding(Encoding::UTF_8)
      when "bytes" then block
      when "list" then items(shape[1])
      when "set" then Set.new(items(shape[1]))
      when "map" then Array.new(count) { [read(shape[1]), read(shape[2])] }.to_h
      when "optional" then line == "1" ? read(shape[1]) : nil
      when "tuple" then all(shape.drop(1))
      else AssayCall.make(shape[1], FIELDS[shape[1]].map { |_, field| read(field) })
      end
    end

    def items(shape) = Array.new(count) { read(shape) }

    def all(shapes) = shapes.map { |shape| read(shape) }

    def float(text)
      case text
      when "NaN" then Float::NAN
      when "Infinity" then Float::INFINITY
      when "-Infinity" then -Float::INFINITY
      else text.to_f
      end
    end
  end

  # Checks a result and puts its record together.
  class Output
    attr_reader :record

    def initialize
      @record = "R\n".b
    end

    def put(line) = @record << line << "\n"

    def put_block(bytes)
      put(DIGITS.bind_call(bytes.bytesize))
      put(bytes.b)
    end

    def write(shape, value)
      case shape[0]
      when "bool"
        expect(true.equal?(value) || false.equal?(value), value)
        put(value ? "T" : "F")
      when "int", "bigint"
        expect(Integer === value, value)
        raise Mismatch, "Integer beyond 64 bits" if shape[0] == "int" && value.bit_length > 63
        put(DIGITS.bind_call(value))
      when "float"
        expect(Float === value || Integer === value, value)
        put(value.to_f.to_s)
      when "string" then write_string(value)
      when "bytes"
        expect(String === value, value)
        put_block(value)
      when "list"
        expect(Array === value, value)
        write_items(shape[1], value)
      when "set"
        expect(Set === value, value)
        write_items(shape[1], value.to_a)
      when "map"
        expect(Hash === value, value)
        put(DIGITS.bind_call(value.size))
        value.each do |key, item|
          write(shape[1], key)
          write(shape[2], item)
        end
      when "optional"
        put(value.nil? ? "0" : "1")
        write(shape[1], value) unless value.nil?
      when "tuple"
        expect(Array === value && value.size == shape.size - 1, value)
        value.each_with_index { |item, place| write(shape[place + 1], item) }
      else write_record(shape[1], value)
      end
    end

    def write_string(value)
      expect(String === value || Symbol === value, value)
      text = value.to_s
      text = text.encode(Encoding::UTF_8) unless text.encoding == Encoding::BINARY
      text = text.dup.force_encoding(Encoding::UTF_8)
      raise Mismatch, "String that is not valid UTF-8" unless text.valid_encoding?
      put_block(text)
    rescue EncodingError
      raise Mismatch, "String that is not valid Unicode"
    end

    def write_items(shape, items)
      put(DIGITS.bind_call(items.size))
      items.each { |item| write(shape, item) }
    end

    def write_record(name, value)
      FIELDS[name].each do |field, shape|
        part =
          if Hash === value && value.key?(field.to_sym) then value[field.to_sym]
          elsif !(Hash === value) && value.respond_to?(field) then value.public_send(field)
          else raise Mismatch, "#{AssayCall.describe(value)} without #{field}"
          end
        write(shape, part)
      end
    end

    def expect(fits, value)
      raise Mismatch, AssayCall.describe(value) unless fits
    end
  end

  class << self
    # The type of a value; of what it holds, only the first few items are looked at.
    def describe(value, depth = 0)
      return "nil" if nil.equal?(value)
      name = (Class.instance_method(:name).bind_call(class_of(value)) || "object")[0, 60]
      return name if depth == 3
      case value
      when Array, Set
        value.empty? ? name : "#{name}<#{union(value.first(20), depth)}>"
      when Hash
        return name if value.empty?
        "#{name}<#{union(value.keys.first(20), depth)}, #{union(value.values.first(20), depth)}>"
      else name
      end
    end

    def class_of(value) = Kernel.instance_method(:class).bind_call(value)

    def union(items, depth)
      kinds = items.map { |item| describe(item, depth + 1) }.uniq
      kinds.first(3).join(" | ") + (kinds.size > 3 ? " | …" : "")
    end

    def fail(message)
      ERR.write(message, "\n")
      exit(1)
    end

    # A record of the submission's own class, or of ours if it has none.
    def make(name, values)
      found = (@classes ||= {})[name] ||= own(name) || Struct.new(*FIELDS[name].map { |field, _| field.to_sym })
      return found.new(**FIELDS[name].map { |field, _| field.to_sym }.zip(values).to_h) if keywords?(found)
      found.new(*values)
    rescue StandardError => error
      show(error)
      fail("#{FILE}: #{name} cannot be made of (#{FIELDS[name].map(&:first).join(', ')})")
    end

    def own(name)
      found = Object.const_get(name) if Object.const_defined?(name)
      found if Class === found
    end

    def keywords?(found) = found < Struct && found.respond_to?(:keyword_init?) && found.keyword_init? == true

    # Prints an error with the submission's frames only.
    def show(error)
      trace = error.backtrace&.reject { |frame| frame.include?("assay_call.rb") || frame.start_with?("<internal:") }
      first, *rest = trace
      lines = ["#{first ? "#{first}: " : ''}#{error.message} (#{error.class})"]
      lines.concat(rest.first(20).map { |frame| "\tfrom #{frame}" })
      ERR.write(lines.join("\n"), "\n")
    rescue StandardError
      ERR.write("an error that cannot be shown\n")
    end

    def text(value)
      value = value.to_s.dup
      value = value.force_encoding(Encoding::UTF_8) if value.encoding == Encoding::BINARY
      value.encode(Encoding::UTF_8, invalid: :replace, undef: :replace).scrub("?")[0, LONGEST_MESSAGE]
    rescue StandardError
      "(it cannot be had)"
    end

    def raised(error)
      kind = text(Class.instance_method(:name).bind_call(class_of(error)))
      message = text(original_message(error))
      @errors = (@errors || 0) + 1
      show(error) if @errors <= SHOWN_ERRORS
      # An error without a frame of the submission's comes from the call itself, as when arguments are too many.
      tag = MISTAKES.include?(class_of(error)) || !within?(error) ? "X" : "E"
      "#{tag} #{kind.bytesize} #{message.bytesize}\n#{kind}\n#{message}\n".b
    end

    def original_message(error)
      error.respond_to?(:original_message) ? error.original_message : error.message
    rescue StandardError
      "(it cannot be had)"
    end

    # What was returned, of which a part is wrong; a part that the description of all shows is not named again.
    def returned(value, wrong)
      whole = text(describe(value))
      return wrong if wrong.start_with?(whole)

      whole.include?(wrong) ? whole : "#{wrong} inside #{whole}"
    end

    def within?(error)
      ArgumentError != class_of(error) || !error.message.start_with?("wrong number of arguments") ||
        !error.backtrace[1].to_s.include?("assay_call.rb")
    rescue StandardError
      true
    end

    # The record of one call, and what it returned.
    def reply(result)
      value = yield
      output = Output.new
      output.write(result, value) unless result == ["nothing"]
      [output.record, value]
    rescue Mismatch => mismatch
      actual = returned(value, text(mismatch.message))[0, 200]
      ["T #{actual.bytesize}\n#{actual}\n".b, value]
    rescue SystemExit
      raise
    rescue Exception => error
      [raised(error), value]
    end

    def load
      require_relative FILE
    rescue SystemExit
      raise
    rescue Exception => error
      show(error)
      exit(1)
    end

    def run_function(input, log)
      name, signature, parameters, result = ITEM[1]
      top = TOPLEVEL_BINDING.receiver
      fail("#{FILE} defines no method `#{name}` (#{signature})") unless top.respond_to?(name, true)
      called = top.method(name)
      arguments = input.all(parameters)
      log.write(reply(result) { called.call(*arguments) }[0])
    end

    def run_class(input, log)
      _, name, constructor, methods = ITEM
      made = own(name)
      fail("#{FILE} defines no class `#{name}` (class #{name})") unless made
      arguments = input.all(constructor[2])
      record, object = reply(["nothing"]) { made.new(*arguments) }
      log.write(record)
      return unless record == "R\n"
      methods.each do |method, signature|
        next if object.respond_to?(method)
        fail("#{FILE}: class #{name} has no method `#{method}` (#{signature})")
      end
      input.count.times do
        step = input.line
        if step.start_with?("z")
          SLEEP.call(step[2..].to_i / 1000.0)
        else
          method, _, parameters, result = methods[step.to_i]
          arguments = input.all(parameters)
          log.write(reply(result) { object.public_send(method, *arguments) }[0])
        end
      end
    end

    # Makes the call, once the submission is loaded.
    def call
      input = Input.new(File.binread("/assay/call"))
      log = File.open("/assay/results/log", "wb")
      log.sync = true
      ITEM[0] == "function" ? run_function(input, log) : run_class(input, log)
      log.close
    end
  end

  ERR = $stderr
  SLEEP = Kernel.method(:sleep)
end

AssayCall.load
