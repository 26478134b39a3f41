//! Gives loops without an end a way out that is never taken.
//!
//! TeaVM lets the code of a method end after such a loop, where a method with a result must leave one, and the module is
//! not valid then.

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Incoming;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.Phi;
import org.teavm.model.PrimitiveType;
import org.teavm.model.Program;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.BranchingCondition;
import org.teavm.model.instructions.BranchingInstruction;
import org.teavm.model.instructions.DoubleConstantInstruction;
import org.teavm.model.instructions.ExitInstruction;
import org.teavm.model.instructions.FloatConstantInstruction;
import org.teavm.model.instructions.IntegerConstantInstruction;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.JumpInstruction;
import org.teavm.model.instructions.LongConstantInstruction;
import org.teavm.model.instructions.NullConstantInstruction;
import org.teavm.model.instructions.RaiseInstruction;
import org.teavm.model.util.TransitionExtractor;

final class Endless implements ClassHolderTransformer {
    private static final MethodReference NEVER = new MethodReference("assay.Checks", "never", ValueType.INTEGER);

    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        if (cls.getName().startsWith("org.teavm.") || cls.getName().startsWith("assay.")) {
            return;
        }
        for (MethodHolder method : cls.getMethods()) {
            if (method.getProgram() != null && method.getResultType() != ValueType.VOID) {
                open(method.getProgram(), method.getResultType());
            }
        }
    }

    private static void open(Program program, ValueType type) {
        JumpInstruction jump = unending(program);
        if (jump == null) {
            return;
        }
        BasicBlock out = program.createBasicBlock();
        var exit = new ExitInstruction();
        exit.setValueToReturn(nothing(program, out, type));
        out.add(exit);
        for (; jump != null; jump = unending(program)) {
            BasicBlock from = jump.getBasicBlock();
            // Outside of what a handler covers, which would be the loop's way out otherwise.
            BasicBlock between = program.createBasicBlock();
            var call = new InvokeInstruction();
            call.setType(InvocationType.SPECIAL);
            call.setMethod(NEVER);
            call.setReceiver(program.createVariable());
            call.setLocation(jump.getLocation());
            between.add(call);
            var branch = new BranchingInstruction(BranchingCondition.NOT_EQUAL);
            branch.setOperand(call.getReceiver());
            branch.setConsequent(out);
            branch.setAlternative(jump.getTarget());
            branch.setLocation(jump.getLocation());
            between.add(branch);
            for (Phi phi : jump.getTarget().getPhis()) {
                for (Incoming incoming : phi.getIncomings()) {
                    if (incoming.getSource() == from) {
                        incoming.setSource(between);
                    }
                }
            }
            jump.setTarget(between);
        }
    }

    /** A jump from which no end of the method can be reached. */
    private static JumpInstruction unending(Program program) {
        List<List<BasicBlock>> sources = new ArrayList<>();
        for (int i = 0; i < program.basicBlockCount(); ++i) {
            sources.add(new ArrayList<>());
        }
        var ending = new ArrayDeque<BasicBlock>();
        var transitions = new TransitionExtractor();
        for (BasicBlock block : program.getBasicBlocks()) {
            Instruction last = block.getLastInstruction();
            boolean thrown = last instanceof RaiseInstruction && block.getTryCatchBlocks().isEmpty();
            if (last == null || last instanceof ExitInstruction || thrown) {
                ending.add(block);
                continue;
            }
            if (last instanceof RaiseInstruction) {
                continue;
            }
            last.acceptVisitor(transitions);
            BasicBlock[] targets = transitions.getTargets();
            for (BasicBlock target : targets == null ? new BasicBlock[0] : targets) {
                sources.get(target.getIndex()).add(block);
            }
        }
        var ends = new boolean[program.basicBlockCount()];
        ending.forEach(block -> ends[block.getIndex()] = true);
        while (!ending.isEmpty()) {
            for (BasicBlock source : sources.get(ending.remove().getIndex())) {
                if (!ends[source.getIndex()]) {
                    ends[source.getIndex()] = true;
                    ending.add(source);
                }
            }
        }
        for (BasicBlock block : program.getBasicBlocks()) {
            if (!ends[block.getIndex()] && block.getLastInstruction() instanceof JumpInstruction) {
                return (JumpInstruction) block.getLastInstruction();
            }
        }
        return null;
    }

    private static Variable nothing(Program program, BasicBlock block, ValueType type) {
        Variable value = program.createVariable();
        PrimitiveType kind = type instanceof ValueType.Primitive ? ((ValueType.Primitive) type).getKind() : null;
        if (kind == null) {
            var constant = new NullConstantInstruction();
            constant.setReceiver(value);
            block.add(constant);
        } else if (kind == PrimitiveType.LONG) {
            var constant = new LongConstantInstruction();
            constant.setReceiver(value);
            block.add(constant);
        } else if (kind == PrimitiveType.FLOAT) {
            var constant = new FloatConstantInstruction();
            constant.setReceiver(value);
            block.add(constant);
        } else if (kind == PrimitiveType.DOUBLE) {
            var constant = new DoubleConstantInstruction();
            constant.setReceiver(value);
            block.add(constant);
        } else {
            var constant = new IntegerConstantInstruction();
            constant.setReceiver(value);
            block.add(constant);
        }
        return value;
    }
}
