//! Gives classes of TeaVM and of its library the methods that our library has for them.
//!
//! A class `assay.patch.X` holds static methods for the class X. One with the name and types of a static method of X takes
//! its place. One whose first parameter is an X takes the place of the instance method, or becomes one. Any other is new.

import java.util.Arrays;
import org.teavm.model.AccessLevel;
import org.teavm.model.AnnotationHolder;
import org.teavm.model.ClassHierarchy;
import org.teavm.model.ClassHolder;
import org.teavm.model.ClassHolderTransformer;
import org.teavm.model.ClassHolderTransformerContext;
import org.teavm.model.ElementModifier;
import org.teavm.model.MethodDescriptor;
import org.teavm.model.MethodHolder;
import org.teavm.model.MethodReader;
import org.teavm.model.MethodReference;
import org.teavm.model.ValueType;
import org.teavm.model.emit.ProgramEmitter;
import org.teavm.model.emit.ValueEmitter;
import org.teavm.model.util.ProgramUtils;

final class Patches implements ClassHolderTransformer {
    private static final String PREFIX = "assay.patch.";
    private static final String PROGRAM = "assay.Program";

    private final String mainClass;

    Patches(String mainClass) {
        this.mainClass = mainClass;
    }

    @Override
    public void transformClass(ClassHolder cls, ClassHolderTransformerContext context) {
        ClassHierarchy hierarchy = context.getHierarchy();
        if (cls.getName().equals(PROGRAM)) {
            MethodHolder method = cls.getMethod(new MethodDescriptor("candidate", String[].class, void.class));
            delegate(method, new MethodReference(mainClass, "main", ValueType.parse(String[].class), ValueType.VOID),
                    hierarchy);
        }
        var patch = cls.getName().startsWith("assay.") ? null : hierarchy.getClassSource().get(PREFIX + cls.getName());
        if (patch == null) {
            return;
        }
        for (MethodReader method : patch.getMethods()) {
            if (method.hasModifier(ElementModifier.STATIC) && method.getLevel() == AccessLevel.PUBLIC) {
                apply(cls, method, hierarchy);
            }
        }
    }

    private static void apply(ClassHolder cls, MethodReader patch, ClassHierarchy hierarchy) {
        MethodDescriptor descriptor = patch.getDescriptor();
        ValueType[] signature = descriptor.getSignature();
        boolean instance = signature.length > 1 && signature[0].equals(ValueType.object(cls.getName()))
                && cls.getMethod(descriptor) == null;
        if (instance) {
            descriptor = new MethodDescriptor(descriptor.getName(), Arrays.copyOfRange(signature, 1, signature.length));
        }
        MethodHolder method = cls.getMethod(descriptor);
        if (method == null) {
            method = new MethodHolder(descriptor);
            method.setLevel(AccessLevel.PUBLIC);
            if (!instance) {
                method.getModifiers().add(ElementModifier.STATIC);
            }
            cls.addMethod(method);
        }
        if (instance) {
            delegate(method, patch.getReference(), hierarchy);
        } else {
            // A copy saves a call, which counts in what every method does first.
            released(method);
            method.setProgram(ProgramUtils.copy(patch.getProgram()));
        }
        for (var annotation : patch.getAnnotations().all()) {
            if (method.getAnnotations().get(annotation.getType()) == null) {
                method.getAnnotations().add(new AnnotationHolder(annotation.getType()));
            }
        }
    }

    /** Frees a method from what else would make its body. */
    private static void released(MethodHolder method) {
        method.getModifiers().remove(ElementModifier.NATIVE);
        for (String kind : new String[] { "Import", "DelegateTo", "Async" }) {
            method.getAnnotations().remove("org.teavm.interop." + kind);
        }
    }

    private static void delegate(MethodHolder method, MethodReference target, ClassHierarchy hierarchy) {
        released(method);
        ProgramEmitter emitter = ProgramEmitter.create(method, hierarchy);
        boolean instance = !method.hasModifier(ElementModifier.STATIC);
        ValueEmitter[] arguments = new ValueEmitter[target.parameterCount()];
        int next = 0;
        if (instance) {
            arguments[next++] = emitter.var(0, ValueType.object(method.getOwnerName()));
        }
        for (int i = 0; next < arguments.length; ++i, ++next) {
            arguments[next] = emitter.var(i + 1, method.parameterType(i));
        }
        ValueEmitter result = emitter.invoke(target, arguments);
        if (method.getResultType() == ValueType.VOID) {
            emitter.exit();
        } else {
            result.returnValue();
        }
    }
}
