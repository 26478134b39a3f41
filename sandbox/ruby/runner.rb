# The guest side of the Ruby pack: checks source files, and runs one submission as the main program in a snapshot.
#
# This file is evaluated once, while the pack is prepared; the interpreter's memory after that is what every fresh
# sandbox starts from. Its value is the object whose methods are called from outside. Each ends by exiting.

runner = Object.new

class << runner
  TASK = "/assay/task"
  CODE = "/assay/code"
  HANDLERS = []
  LEAVE = Process.method(:exit!)
  OUT, ERR = STDOUT, STDERR

  def check
    main, *names = File.binread(TASK).force_encoding("UTF-8").split("\0")
    codes = {}
    status = 0
    names.each do |name|
      next unless name == main || name.end_with?(".rb")
      codes[name] = RubyVM::InstructionSequence.compile_file(name).to_binary
    rescue SyntaxError, SystemStackError, EncodingError => error
      ERR.write(error.message.chomp, "\n")
      status = 1
    end
    File.binwrite(CODE, Marshal.dump(codes)) if status == 0
    LEAVE.call(status)
  end

  def run
    writes, main, *arguments = File.binread(TASK).force_encoding("UTF-8").split("\0", -1)
    arguments.pop
    codes = Marshal.load(File.binread(CODE))
    $0 = main
    ARGV.replace(arguments)
    RubyVM::InstructionSequence.define_singleton_method(:load_iseq) do |path|
      code = codes[path.delete_prefix("/")]
      code && RubyVM::InstructionSequence.load_from_binary(code)
    end
    status = settle(0) { RubyVM::InstructionSequence.load_from_binary(codes[main]).eval }
    while (handler = HANDLERS.pop)
      status = settle(status, &handler)
    end
    begin
      OUT.flush
    rescue Exception
    end
    LEAVE.call(status)
  end

  def settle(status)
    yield
    status
  rescue SystemExit => exit
    exit.status
  rescue Exception => error
    report(error)
    1
  end

  def report(error)
    ERR.write(error.full_message(highlight: false))
  end
end

ENV.clear
GC.start
runner
