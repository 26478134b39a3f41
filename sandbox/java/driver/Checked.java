//! Puts checks into every program that the language demands and TeaVM's target leaves out.
//!
//! WebAssembly traps at a division by zero, where Java throws; and a negative size of an array goes unnoticed. And checks
//! of array bounds come after TeaVM's analysis of reachable code, which then takes their exception for one that reaches no
//! handler, and leaves out its methods: so every handler that could get it says so.

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.teavm.model.BasicBlock;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.Instruction;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReference;
import org.teavm.model.PrimitiveType;
import org.teavm.model.Program;
import org.teavm.model.TryCatchBlock;
import org.teavm.model.ValueType;
import org.teavm.model.Variable;
import org.teavm.model.instructions.BinaryInstruction;
import org.teavm.model.instructions.BinaryOperation;
import org.teavm.model.instructions.ConstructArrayInstruction;
import org.teavm.model.instructions.ConstructMultiArrayInstruction;
import org.teavm.model.instructions.IntegerConstantInstruction;
import org.teavm.model.instructions.InvocationType;
import org.teavm.model.instructions.InvokeInstruction;
import org.teavm.model.instructions.LongConstantInstruction;
import org.teavm.model.instructions.NumericOperandType;
import org.teavm.model.util.DefinitionExtractor;

final class Checked implements ClassHolderTransformer {
    private static final String CHECKS = "assay.Checks";
    private static final MethodReference CAUGHT = new MethodReference(CHECKS, "caught",
            ValueType.object("java.lang.Throwable"), ValueType.object("java.lang.Throwable"));
    private static final Set<String> BROAD = Set.of("java.lang.Throwable", "java.lang.Exception",
            "java.lang.RuntimeException", "java.lang.IndexOutOfBoundsException",
            "java.lang.ArrayIndexOutOfBoundsException", "java.lang.NullPointerException",
            "java.lang.ClassCastException");

    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        String name = cls.getName();
        if (name.startsWith("org.teavm.") || name.startsWith("assay.") && !name.equals("assay.Program")) {
            return;
        }
        for (MethodHolder method : cls.getMethods()) {
            if (method.getProgram() != null && method.getAnnotations().get("org.teavm.interop.Unmanaged") == null) {
                check(method.getProgram());
                handlers(method.getProgram());
            }
        }
    }

    private static void check(Program program) {
        for (BasicBlock block : program.getBasicBlocks()) {
            for (Instruction instruction : block) {
                if (instruction instanceof BinaryInstruction) {
                    division((BinaryInstruction) instruction);
                } else if (instruction instanceof ConstructArrayInstruction) {
                    var array = (ConstructArrayInstruction) instruction;
                    array.setSize(size(array, array.getSize(), array.getItemType()));
                } else if (instruction instanceof ConstructMultiArrayInstruction) {
                    var array = (ConstructMultiArrayInstruction) instruction;
                    List<Variable> dimensions = array.getDimensions();
                    dimensions.replaceAll(dimension -> size(array, dimension, null));
                }
            }
        }
    }

    /** Lets handlers of such exceptions take what they caught from a method that seems to make them. */
    private static void handlers(Program program) {
        Set<BasicBlock> handlers = new LinkedHashSet<>();
        for (BasicBlock block : program.getBasicBlocks()) {
            for (TryCatchBlock handler : block.getTryCatchBlocks()) {
                if (handler.getExceptionType() == null || BROAD.contains(handler.getExceptionType())) {
                    handlers.add(handler.getHandler());
                }
            }
        }
        for (BasicBlock handler : handlers) {
            Variable caught = handler.getExceptionVariable();
            if (caught == null) {
                continue;
            }
            var call = new InvokeInstruction();
            call.setType(InvocationType.SPECIAL);
            call.setMethod(CAUGHT);
            call.setArguments(program.createVariable());
            call.setReceiver(caught);
            handler.setExceptionVariable(call.getArguments().get(0));
            handler.addFirst(call);
        }
    }

    private static void division(BinaryInstruction instruction) {
        boolean divides = instruction.getOperation() == BinaryOperation.DIVIDE;
        boolean wide = instruction.getOperandType() == NumericOperandType.LONG;
        if (!divides && instruction.getOperation() != BinaryOperation.MODULO
                || !wide && instruction.getOperandType() != NumericOperandType.INT) {
            return;
        }
        Long divisor = constant(instruction, instruction.getSecondOperand());
        if (divisor != null && divisor != 0 && divisor != -1) {
            return;
        }
        ValueType type = wide ? ValueType.LONG : ValueType.INTEGER;
        var call = call(instruction, divides ? "divide" : "remainder", type, instruction.getFirstOperand(),
                instruction.getSecondOperand());
        call.setReceiver(instruction.getReceiver());
        instruction.replace(call);
    }

    private static Variable size(Instruction instruction, Variable size, ValueType item) {
        Long length = constant(instruction, size);
        if (length != null && length >= 0 && length < 1 << 24) {
            return size;
        }
        Program program = instruction.getProgram();
        var constant = new IntegerConstantInstruction();
        constant.setConstant(bytes(item));
        constant.setReceiver(program.createVariable());
        constant.setLocation(instruction.getLocation());
        instruction.insertPrevious(constant);
        var call = call(instruction, "size", ValueType.INTEGER, size, constant.getReceiver());
        call.setReceiver(program.createVariable());
        instruction.insertPrevious(call);
        return call.getReceiver();
    }

    private static int bytes(ValueType item) {
        if (item instanceof ValueType.Primitive) {
            PrimitiveType kind = ((ValueType.Primitive) item).getKind();
            switch (kind) {
                case BOOLEAN:
                case BYTE:
                    return 1;
                case SHORT:
                case CHARACTER:
                    return 2;
                case INTEGER:
                case FLOAT:
                    return 4;
                default:
                    return 8;
            }
        }
        return item == null ? 8 : 4;
    }

    private static InvokeInstruction call(Instruction at, String name, ValueType type, Variable first, Variable second) {
        var call = new InvokeInstruction();
        call.setType(InvocationType.SPECIAL);
        call.setMethod(new MethodReference(CHECKS, name, type, type, type));
        call.setArguments(first, second);
        call.setLocation(at.getLocation());
        return call;
    }

    /** The number a variable is set to, if that is plain to see just before an instruction. */
    private static Long constant(Instruction instruction, Variable variable) {
        var definitions = new DefinitionExtractor();
        for (Instruction before = instruction.getPrevious(); before != null; before = before.getPrevious()) {
            before.acceptVisitor(definitions);
            for (Variable defined : definitions.getDefinedVariables()) {
                if (defined == variable) {
                    if (before instanceof IntegerConstantInstruction) {
                        return (long) ((IntegerConstantInstruction) before).getConstant();
                    }
                    return before instanceof LongConstantInstruction ? ((LongConstantInstruction) before).getConstant()
                            : null;
                }
            }
        }
        return null;
    }
}
