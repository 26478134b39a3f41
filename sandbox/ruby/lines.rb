# Runs a submission and notes on which of its lines the units go.
#
# It stands in for the main file in a run that is profiled. The clock of a sandbox shows the units spent, so it is read
# as each line of the submission's own files begins; what this file itself needs in between is left out. What it writes
# to standard error is as `sandbox/python/lines.py` says.

tracer = Object.new

class << tracer
  DEPTH = 64
  NODES = 5000
  LEAVE = Process.method(:exit!)
  CLOCK = Process.method(:clock_gettime)
  MONOTONIC = Process::CLOCK_MONOTONIC
  STARTS = %i[call b_call class].freeze
  ENDS = %i[return b_return end].freeze

  # A function under way: which it is, its lines, the line it is on, and the line that called it.
  Frame = Struct.new(:which, :table, :node, :base)

  def prepare(budget, own)
    @out = File.for_fd(2, "wb", autoclose: false)
    @out.sync = true
    @own = own.each_with_index.to_h
    @costs = [0]
    @changed = {}
    @tables = {}
    @stack = [Frame.new(nil, {}, 0, 0)]
    @overhead = @total = @last = 0
    @budget = budget
    @step = @mark = budget / 16 + 1
    @trace = nil
  end

  def now = CLOCK.call(MONOTONIC, :nanosecond)

  def say(text)
    @out.write("\n", text) unless @silent
  end

  def report(ended)
    text = @changed.keys.map { |node| "cost #{node} #{@costs[node]}\n" }.join
    @changed.clear
    say(ended ? "#{text}end\n" : text)
    LEAVE.call(0) if ended && !@silent
  end

  def charge(time)
    spent = time - @last - @overhead
    return unless spent.positive?

    node = @stack.last.node
    @costs[node] += spent
    @changed[node] = true
    @total += spent
    return if @total < @mark

    @mark = @total + @step
    report(@total >= @budget)
  end

  def line(frame, path, number, name)
    before = @mark
    frame.node = frame.table[[path, number]] || start_line(frame, path, number, name)
    say("at #{frame.node}\n") if @mark != before
  end

  def start_line(frame, path, number, name)
    return frame.node if @costs.length >= NODES

    node = @costs.length
    @costs << 0
    frame.table[[path, number]] = node
    say("node #{node} #{frame.base} #{@own.fetch(path, 0)} #{number} #{name}\n")
    node
  end

  def enter(which)
    caller = @stack.last
    # A function that calls itself stays at its place, and very deep calls share one.
    table, base = caller.table, caller.base
    if which != caller.which
      base = caller.node
      table = @tables[[@stack.length > DEPTH ? -1 : base, which]] ||= {}
    end
    @stack << Frame.new(which, table, caller.node, base)
  end

  def event(point)
    charge(now)
    kind = point.event
    if kind == :line
      line(@stack.last, point.path.delete_prefix("/"), point.lineno, point.method_id || "")
    elsif STARTS.include?(kind)
      enter([point.path, point.lineno, kind])
    elsif @stack.length > 1
      @stack.pop
      outside if @stack.length == 1
    end
    @last = now
  end

  # What a line costs that does nothing is what it costs to watch one.
  def weigh
    @own["trial"] = 0
    @silent = true
    code = RubyVM::InstructionSequence.compile("nil\n" * 40, "trial", "trial")
    watch(code)
    @mark = 1 << 62
    @last = now
    code.eval
    prepare_again(@costs[2..].reject(&:zero?).min || 0)
  end

  def prepare_again(overhead)
    @own.delete("trial")
    prepare(@budget, @own.keys)
    @overhead = overhead
    @silent = false
  end

  # What called the submission goes on, where that is no file of its own.
  def outside
    @stack.last.node = 0 if @called
  end

  def watch(code)
    TracePoint.new(:line, *STARTS, *ENDS) { |point| event(point) }.enable(target: code)
    code
  end

  def run(main, entry)
    provided = RubyVM::InstructionSequence.method(:load_iseq)
    watched = self
    own = @own
    RubyVM::InstructionSequence.define_singleton_method(:load_iseq) do |path|
      code = provided.call(path)
      code && own.key?(path.delete_prefix("/")) ? watched.watch(code) : code
    end
    @called = !own.key?(main)
    hear_of_ends if @called
    at_exit { finish }
    @last = now
    load "/#{main}"
    Object.const_get(entry).call unless entry.empty?
  end

  # The end of a file is no event.
  def hear_of_ends
    watched = self
    Kernel.define_method(:require_relative) do |name|
      folder = File.dirname(caller_locations(1, 1).first.path)
      require(File.expand_path(name, File.expand_path(folder, "/"))).tap { watched.loaded }
    end
  end

  def loaded
    charge(now)
    outside
    @last = now
  end

  def finish
    charge(now)
    report(true)
  end
end

main, budget, entry, *own = ARGV
ARGV.clear
$0 = main
tracer.prepare(budget.to_i, own)
tracer.weigh
$stderr = Class.new { def write(*texts) = texts.sum(&:length) }.new
tracer.run(main, entry)
