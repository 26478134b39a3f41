//! What is changed in Go's runtime before anything is built with it, and why.
//!
//! `sandbox/go/runtime/step.go` is added to it, and these edits make it heard.

use std::path::Path;

use crate::edit::{Edit, NotThere};
use crate::pack::FileError;

/// The file that is added, by its place below Go's root.
const ADDED: (&str, &str) = ("src/runtime/step.go", include_str!("../../../../sandbox/go/runtime/step.go"));

const EDITS: [Edit; 7] = [
    // The largest stack follows the memory limit: growing to it takes one and a half times as much.
    Edit {
        file: "src/runtime/proc.go",
        find: "\t\tmaxstacksize = 1000000000\n",
        put: "\t\tmaxstacksize = uintptr(min(gcController.memoryLimit.Load()/3, 1000000000))\n",
    },
    // Wherever a goroutine is told how far it may go before it asks for more stack, it is one step.
    Edit {
        file: "src/runtime/stack.go",
        find: "\tgp.stackguard0 = new.lo + stackGuard // NOTE: might clobber a preempt request\n",
        put: "\tgp.stackguard0 = steppedGuard(gp, new.hi-used, 0)\n",
    },
    Edit {
        file: "src/runtime/stack.go",
        find: "\t\t\tgp.stackguard0 = gp.stack.lo + stackGuard\n\t\t\tgogo(&gp.sched) // never return\n",
        put: "\t\t\tgp.stackguard0 = steppedGuard(gp, gp.sched.sp, 0)\n\t\t\tgogo(&gp.sched) // never return\n",
    },
    Edit {
        file: "src/runtime/proc.go",
        find: "\tgp.preempt = false\n\tgp.stackguard0 = gp.stack.lo + stackGuard\n\tif !inheritTime",
        put: "\tgp.preempt = false\n\tgp.stackguard0 = steppedGuard(gp, gp.sched.sp, 0)\n\tif !inheritTime",
    },
    Edit {
        file: "src/runtime/proc.go",
        find: "entersyscall/entersyscallblock.\n\t\t\tgp.stackguard0 = gp.stack.lo + stackGuard\n",
        put: "entersyscall/entersyscallblock.\n\t\t\tgp.stackguard0 = steppedGuard(gp, sys.GetCallerSP(), 0)\n",
    },
    // And when it asks, it first gets another step. An overflow is the program's fault, not the runtime's.
    Edit {
        file: "src/runtime/stack.go",
        find: "\toldsize := gp.stack.hi - gp.stack.lo\n\tnewsize := oldsize * 2\n",
        put: "\tunwind(gp, stackguard0, sp)\n\toldsize := gp.stack.hi - gp.stack.lo\n\tnewsize := oldsize * 2\n",
    },
    Edit {
        file: "src/runtime/stack.go",
        find: "\t\tthrow(\"stack overflow\")\n",
        put: "\t\tfatal(\"stack overflow\")\n",
    },
];

/// Of a stack that overflowed only the innermost frames are shown: to find the outermost among millions costs more
/// than making them did.
const ELIDE: Edit = Edit {
    file: "src/runtime/traceback.go",
    find: "\t\tif n < tracebackInnerFrames {\n",
    put: "\t\tif n == tracebackInnerFrames && u.valid() && gp.stack.hi-u.frame.sp > stepBytes {\n\
          \t\t\tprint(\"...additional frames elided...\\n\")\n\t\t\treturn n\n\t\t}\n\t\tif n < tracebackInnerFrames {\n",
};

/// What the pack is made from beside Go itself: every text that comes from here, by the file it goes to.
pub(crate) const GLUE: [(&str, &str); EDITS.len() + 2] = {
    let mut glue = [ADDED; EDITS.len() + 2];
    glue[1] = (ELIDE.file, ELIDE.put);
    let mut nth = 0;
    while nth < EDITS.len() {
        glue[nth + 2] = (EDITS[nth].file, EDITS[nth].put);
        nth += 1;
    }
    glue
};

/// Why Go's own source could not be changed.
#[derive(Debug, thiserror::Error)]
pub(crate) enum EditError {
    /// A file cannot be read or written.
    #[error(transparent)]
    File(#[from] FileError),
    /// It is not the version of Go that the edits were written for.
    #[error(transparent)]
    NotThere(#[from] NotThere),
}

/// Changes the Go in this folder.
pub(crate) fn apply(root: &Path) -> Result<(), EditError> {
    for edit in EDITS.iter().chain([&ELIDE]) {
        let path = root.join(edit.file);
        let text = std::fs::read_to_string(&path).map_err(FileError::on("read", &path))?;
        std::fs::write(&path, edit.of(&text)?).map_err(FileError::on("write", &path))?;
    }
    let (name, text) = ADDED;
    let path = root.join(name);
    Ok(std::fs::write(&path, text).map_err(FileError::on("write", &path))?)
}
