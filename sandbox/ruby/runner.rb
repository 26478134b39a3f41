# The guest side of the Ruby pack: checks source files, and runs one submission as the main program in a snapshot.
#
# This file is evaluated once, while the pack is prepared; the interpreter's memory after that is what every fresh
# sandbox starts from. Its value is the object whose methods are called from outside. Each but `load` ends by exiting.

# Already loaded in every sandbox, because interview solutions require them.
EAGER = %w[
  benchmark date delegate digest English erb forwardable json matrix monitor observer optparse ostruct
  pp prime prism securerandom set shellwords singleton stringio strscan time timeout tsort weakref yaml
].freeze

EAGER.each { |name| require name }
%w[array iteration].each { |name| eval File.read("/assay/#{name}.rb"), nil, "<internal:#{name}>" }
Object.send(:remove_const, :EAGER)

runner = Object.new

class << runner
  TASK = "/assay/task"
  CODE = "/assay/code"
  HERE = "<internal:runner>"
  HANDLERS = []
  KEPT = []
  LEAVE = Process.method(:exit!)
  INPUT, OUT, ERR = STDIN, STDOUT, STDERR
  BACKTRACE = Exception.instance_method(:backtrace)
  SET_BACKTRACE = Exception.instance_method(:set_backtrace)
  CAUSE = Exception.instance_method(:cause)

  # Compiles the files named in the task, and keeps the code; says what is wrong with those that do not compile.
  def check
    main, *names = task
    codes = {}
    failed = false
    names.each do |name|
      next unless name == main || name.end_with?(".rb")

      codes[name] = compile(name).to_binary
    rescue SyntaxError, SystemStackError, EncodingError, ArgumentError => error
      ERR.write(error.message.chomp, "\n")
      failed = true
    end
    File.binwrite(CODE, Marshal.dump(codes)) unless failed
    LEAVE.call(failed ? 1 : 0)
  end

  # `END { … }` becomes `at_exit { … }`: the interpreter's own list of what is to be done at the end is out of reach.
  def compile(name)
    text = File.read(name)
    return RubyVM::InstructionSequence.compile_file_prism(name) unless text.match?(/\bEND\s*\{/)

    nodes = [Prism.parse(text).value]
    places = []
    while (node = nodes.pop)
      places << node.keyword_loc.start_offset if node.is_a?(Prism::PostExecutionNode)
      nodes.concat(node.compact_child_nodes)
    end
    changed = text.b
    places.sort.reverse_each { |place| changed[place, 3] = "at_exit" }
    RubyVM::InstructionSequence.compile_prism(changed.force_encoding(text.encoding), name, File.realpath(name))
  end

  # Runs the main file, then what it left to be done at the end.
  def run
    writes, main, *arguments = task
    finish(start(main, arguments), writes == "writes")
  end

  # Loads the main file of a program that is called, and remembers what ended that. Returns, so that a call comes after it.
  def load
    main, @entry = task
    @error = start(main, [])
  end

  # Calls what was loaded. It closes the files it writes.
  def call
    ARGV.replace(task)
    entry = @entry
    finish(@error || attempt { Object.const_get(entry).call }, false)
  end

  # What is to be done, from outside.
  def task
    fields = read(TASK).force_encoding("UTF-8").split("\0", -1)
    fields.pop
    fields
  end

  # Evaluates the main file; the exception that ended it, if one did.
  def start(main, arguments)
    codes = Marshal.load(read(CODE))
    $0 = main
    ARGV.replace(arguments)
    provide(codes)
    keep_data(main)
    attempt { RubyVM::InstructionSequence.load_from_binary(codes[main]).eval }
  end

  # Does what was left to be done at the end, and leaves.
  def finish(error, writes)
    while (handler = HANDLERS.pop)
      error = attempt(error, &handler)
    end
    status = report(error)
    flush(writes)
    LEAVE.call(status)
  end

  # A file's bytes. The file object is kept: the collector's farewell to one needs more stack than there may be.
  def read(path)
    file = File.open(path, "rb")
    KEPT << file
    file.read
  ensure
    file&.close
  end

  # `require` and `load` find the submission's files compiled.
  def provide(codes)
    RubyVM::InstructionSequence.define_singleton_method(:load_iseq) do |path|
      code = codes[path.delete_prefix("/")]
      code && RubyVM::InstructionSequence.load_from_binary(code)
    end
  end

  # What follows `__END__` in the main file.
  def keep_data(main)
    place = read(main).match(/^__END__\r?(\n|\z)/)&.end(0)
    return unless place

    data = File.open(main)
    data.seek(place)
    Object.const_set(:DATA, data)
  end

  # The exception that ended the block, or the one there was before.
  def attempt(before = nil)
    begin
      raise before if before
    rescue Exception
      return attempt { yield } || before
    end
    yield
    nil
  rescue Exception => error
    error
  end

  # Prints what an uncaught exception says, with the submission's own frames only; returns the exit code.
  def report(error)
    return 0 if error.nil?
    return error.status if error.is_a?(SystemExit)

    told = error
    while told
      frames = BACKTRACE.bind_call(told)
      SET_BACKTRACE.bind_call(told, own(frames)) if frames && !told.frozen?
      told = CAUSE.bind_call(told)
    end
    OUT.flush
    ERR.write(error.full_message(highlight: false, order: :top))
    1
  rescue Exception => another
    ERR.write("#{error.class} (and #{another.class} while it was printed)\n")
    1
  end

  # The submission's frames. Methods of `array.rb` and `iteration.rb` show where they were called, as methods written in C do.
  def own(frames)
    place = nil
    shown = frames.reverse.filter_map do |frame|
      next if frame.start_with?(HERE)
      next place ? frame.sub(/\A<internal:[^>]*>:\d+/, place) : nil if frame.start_with?("<internal:")

      place = frame[/\A.*?:\d+(?=:in )/] || place
      frame
    end
    shown.reverse
  end

  # Writes out what is still held back, as far as the submission left the streams open.
  def flush(files)
    ObjectSpace.each_object(File) { |file| file.flush unless file.closed? } if files
    OUT.flush
  rescue Exception
    nil
  end
end

Kernel.module_eval do
  handlers = runner.singleton_class::HANDLERS
  define_method(:at_exit) do |&block|
    raise ArgumentError, "called without block" unless block

    handlers << block
    block
  end
  module_function :at_exit

  # A sandbox has no other process.
  %i[system spawn exec fork `].each do |name|
    define_method(name) { |*| raise NotImplementedError, "#{name}: there are no other processes in a sandbox" }
    module_function name
  end
end

[[IO, :popen], [Process, :spawn], [Process, :exec], [Process, :fork], [Process, :daemon]].each do |owner, name|
  owner.define_singleton_method(name) { |*| raise NotImplementedError, "#{name}: there are no other processes in a sandbox" }
end

# A number is written as the text it is. The original first asks whether it is a list, which costs more than writing it.
[IO, Kernel].each do |owner|
  owner.module_eval do
    alias_method :__puts, :puts
    private :__puts

    def puts(*values)
      values[0] = values[0].to_s if values.length == 1 && Numeric === values[0]
      __puts(*values)
    end
  end
end
Kernel.module_eval { module_function :puts }

# Nothing can interrupt the one thread there is: a block runs to its end, or until the run's own limits.
module Timeout
  def self.timeout(seconds, *)
    yield(seconds)
  end
end

# The library that calls JavaScript has nothing to call.
$LOADED_FEATURES << $LOAD_PATH.resolve_feature_path("js").last

# The first `require` after the list of what is loaded was changed looks all of it up again.
require "set"

ENV.clear
3.times { GC.start }
runner
