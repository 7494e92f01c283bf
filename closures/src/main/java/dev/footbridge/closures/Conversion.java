package dev.footbridge.closures;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * What stands between the erased method of an interface and the one that does the work: casts, boxes, wider numbers.
 */
final class Conversion {

    private static final Type OBJECT = Type.getObjectType("java/lang/Object");

    private static final Map<String, Type> BOXED = Map.of(
            "java/lang/Boolean", Type.BOOLEAN_TYPE,
            "java/lang/Byte", Type.BYTE_TYPE,
            "java/lang/Character", Type.CHAR_TYPE,
            "java/lang/Short", Type.SHORT_TYPE,
            "java/lang/Integer", Type.INT_TYPE,
            "java/lang/Long", Type.LONG_TYPE,
            "java/lang/Float", Type.FLOAT_TYPE,
            "java/lang/Double", Type.DOUBLE_TYPE);

    /** Wider to the right; each becomes an {@code int} in the JVM up to that. */
    private static final String NUMBERS = "BSIJFD";

    private Conversion() {}

    /**
     * Writes the code for the value on top of the stack.
     *
     * @param known what a reference is known to be, where its erased type says less
     * @return whether there is such code; nothing was written otherwise
     */
    static boolean write(MethodVisitor code, Type from, Type known, Type to) {
        if (isReference(from)) {
            return isReference(to) ? cast(code, from, known, to) : unbox(code, from, known, to);
        }
        return isReference(to) ? box(code, from, to) : widen(code, from, to);
    }

    /** As {@link #write}, for what the work returns. */
    static boolean writeReturn(MethodVisitor code, Type from, Type known, Type to) {
        if (to.equals(Type.VOID_TYPE)) {
            if (from.getSize() > 0) {
                code.visitInsn(from.getSize() == 2 ? Opcodes.POP2 : Opcodes.POP);
            }
            return true;
        }
        if (from.equals(Type.VOID_TYPE)) {
            return false;
        }
        return write(code, from, from, isReference(from) || !isReference(to) ? to : known);
    }

    private static boolean cast(MethodVisitor code, Type from, Type known, Type to) {
        if (!isReference(known)) {
            return false;
        }
        cast(code, from, known);
        cast(code, known, to);
        return true;
    }

    /** Also where the verifier would find out by itself: it would load both to do so. */
    private static void cast(MethodVisitor code, Type from, Type to) {
        if (!to.equals(OBJECT) && !to.equals(from)) {
            code.visitTypeInsn(Opcodes.CHECKCAST, to.getInternalName());
        }
    }

    private static boolean unbox(MethodVisitor code, Type from, Type known, Type to) {
        Type primitive = primitive(known);
        if (primitive == null || !widens(primitive, to)) {
            return false;
        }
        cast(code, from, known);
        String name = primitive.getClassName() + "Value";
        code.visitMethodInsn(
                Opcodes.INVOKEVIRTUAL, known.getInternalName(), name, Type.getMethodDescriptor(primitive), false);
        return widen(code, primitive, to);
    }

    private static boolean box(MethodVisitor code, Type from, Type to) {
        Type primitive = primitive(to);
        if (primitive != null && !primitive.equals(from)) {
            return false;
        }
        for (Map.Entry<String, Type> boxed : BOXED.entrySet()) {
            if (boxed.getValue().equals(from)) {
                String descriptor = Type.getMethodDescriptor(Type.getObjectType(boxed.getKey()), from);
                code.visitMethodInsn(Opcodes.INVOKESTATIC, boxed.getKey(), "valueOf", descriptor, false);
            }
        }
        return true;
    }

    private static boolean widen(MethodVisitor code, Type from, Type to) {
        if (!widens(from, to)) {
            return false;
        }
        int row = Math.max(0, NUMBERS.indexOf(from.getDescriptor()) - 2);
        int column = NUMBERS.indexOf(to.getDescriptor()) - 2;
        int[][] steps = {
            {Opcodes.NOP, Opcodes.I2L, Opcodes.I2F, Opcodes.I2D},
            {Opcodes.NOP, Opcodes.NOP, Opcodes.L2F, Opcodes.L2D},
            {Opcodes.NOP, Opcodes.NOP, Opcodes.NOP, Opcodes.F2D},
            {Opcodes.NOP, Opcodes.NOP, Opcodes.NOP, Opcodes.NOP}
        };
        if (column > row) {
            code.visitInsn(steps[row][column]);
        }
        return true;
    }

    private static boolean widens(Type from, Type to) {
        if (from.equals(to)) {
            return true;
        }
        int wide = NUMBERS.indexOf(to.getDescriptor());
        if (from.equals(Type.CHAR_TYPE)) {
            return wide >= 2;
        }
        int narrow = NUMBERS.indexOf(from.getDescriptor());
        return narrow >= 0 && narrow < wide;
    }

    private static @Nullable Type primitive(Type boxed) {
        return boxed.getSort() == Type.OBJECT ? BOXED.get(boxed.getInternalName()) : null;
    }

    private static boolean isReference(Type type) {
        return type.getSort() >= Type.ARRAY;
    }
}
