;; Writes zeroes it does not hold, as many as the host will make.
(component
  (import "wasi:io/error@0.2.6" (instance $errors (export "error" (type (sub resource)))))
  (alias export $errors "error" (type $error))
  (import "wasi:io/streams@0.2.6" (instance $streams
    (alias outer 1 $error (type $e))
    (export "output-stream" (type $out (sub resource)))
    (type $failure (variant (case "last-operation-failed" (own $e)) (case "closed")))
    (export "stream-error" (type $f (eq $failure)))
    (export "[method]output-stream.blocking-write-zeroes-and-flush"
      (func (param "self" (borrow $out)) (param "len" u64) (result (result (error $f)))))))
  (alias export $streams "output-stream" (type $stream))
  (import "wasi:cli/stdout@0.2.6" (instance $stdout
    (alias outer 1 $stream (type $out))
    (export "get-stdout" (func (result (own $out))))))
  (core module $memory (memory (export "memory") 1))
  (core instance $memory (instantiate $memory))
  (core func $get (canon lower (func $stdout "get-stdout")))
  (core func $zeroes (canon lower (func $streams "[method]output-stream.blocking-write-zeroes-and-flush")
    (memory (core memory $memory "memory"))))
  (core module $m
    (import "host" "get" (func $get (result i32)))
    (import "host" "zeroes" (func $zeroes (param i32 i64 i32)))
    (func (export "run") (result i32) (local $stream i32)
      (local.set $stream (call $get))
      (loop $again (call $zeroes (local.get $stream) (i64.const 4096) (i32.const 0)) (br $again))
      unreachable))
  (core instance $i (instantiate $m (with "host" (instance
    (export "get" (func $get)) (export "zeroes" (func $zeroes))))))
  (func $run (result (result)) (canon lift (core func $i "run")))
  (instance $e (export "run" (func $run)))
  (export "wasi:cli/run@0.2.6" (instance $e)))
