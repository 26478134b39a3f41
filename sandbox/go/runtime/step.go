package runtime

// The stacks of goroutines lie in memory and may grow large. But the calls of Go's functions nest on the engine's own
// stack too, which may not. The engine's is unwound whenever the runtime switches from one stack to another, so the
// runtime is made to do that after every stepBytes of stack: it is as if there were no more, and then there is.

const stepBytes = 512 << 10

// steppedGuard is how low the stack pointer, now at sp, may go before gp calls morestack, which it does for a function
// whose frame has so many bytes.
//
//go:nosplit
func steppedGuard(gp *g, sp, frame uintptr) uintptr {
	low := gp.stack.lo + stackGuard
	if sp > low+frame+stepBytes {
		return sp - frame - stepBytes
	}
	return low
}

// unwind goes on where morestack was called, unless there is really no more stack.
//
//go:nowritebarrierrec
func unwind(gp *g, guard, sp uintptr) {
	if guard <= gp.stack.lo+stackGuard || guard >= stackPoisonMin {
		return
	}
	frame := uintptr(stackGuard)
	if f := findfunc(gp.sched.pc); f.valid() {
		frame += uintptr(funcMaxSPDelta(f))
	}
	gp.stackguard0 = steppedGuard(gp, sp, frame)
	gogo(&gp.sched)
}
