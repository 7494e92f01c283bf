package dev.footbridge.closures;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * A lambda or a method reference where it is evaluated, as the compiler wrote it down for {@code LambdaMetafactory}.
 *
 * @param made the interface that the value has
 * @param method the name of its one method, and {@code erased} its descriptor
 * @param known the descriptor with the types that the values will have
 * @param work what is called
 */
record Site(List<Type> captured, Type made, String method, Type erased, Type known, Handle work) {

    private static final String FACTORY = "java/lang/invoke/LambdaMetafactory";

    private static final MethodVisitor NOWHERE = new MethodVisitor(Opcodes.ASM9) {};

    /** @return nothing where it is another kind of call, or one that is not understood: those stay as they are */
    static @Nullable Site of(String host, String name, String descriptor, Handle bootstrap, Object... arguments) {
        if (!bootstrap.getOwner().equals(FACTORY) || !bootstrap.getName().equals("metafactory")) {
            return null;
        }
        Site site = new Site(
                List.of(Type.getArgumentTypes(descriptor)),
                Type.getReturnType(descriptor),
                name,
                (Type) arguments[0],
                (Type) arguments[2],
                (Handle) arguments[1]);
        return site.isOpenTo(host) && site.writeWork(NOWHERE, host, List.of()) ? site : null;
    }

    /** {@code super::method} cannot be called by another class; private methods of a nest can. */
    private boolean isOpenTo(String host) {
        boolean own = work.getOwner().equals(host) && work.getName().startsWith("lambda$");
        return !work.getOwner().startsWith("[") && (work.getTag() != Opcodes.H_INVOKESPECIAL || own);
    }

    /** Name and erased descriptor: sites with the same share a method. */
    String key() {
        return method + erased.getDescriptor();
    }

    /** What it needs to hold what it captures: the first of that type, the second, and so on. */
    List<String> slots() {
        List<String> slots = new ArrayList<>();
        for (Type type : captured) {
            int before = Collections.frequency(captured.subList(0, slots.size()), type);
            slots.add(type.getDescriptor() + (char) ('0' + before));
        }
        return slots;
    }

    static String descriptor(String slot) {
        return slot.substring(0, slot.length() - 1);
    }

    /** Of the method that makes the value from what is captured and a number. */
    String factory() {
        List<Type> types = new ArrayList<>(captured);
        types.add(Type.INT_TYPE);
        return Type.getMethodDescriptor(made, types.toArray(Type[]::new));
    }

    /**
     * Writes the body of the erased method: loads what was captured and the arguments, calls, returns.
     *
     * @param fields of the owner, by {@link #slots}
     * @return whether every type can be converted
     */
    boolean writeWork(MethodVisitor code, String owner, List<String> fields) {
        Type[] given = erased.getArgumentTypes();
        Type[] meant = known.getArgumentTypes();
        List<Type> wanted = wanted();
        int before = captured.size();
        if (before + given.length != wanted.size()) {
            return false;
        }
        if (work.getTag() == Opcodes.H_NEWINVOKESPECIAL) {
            code.visitTypeInsn(Opcodes.NEW, work.getOwner());
            code.visitInsn(Opcodes.DUP);
        }
        boolean fits = true;
        for (int i = 0; i < before; i++) {
            Type type = captured.get(i);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(
                    Opcodes.GETFIELD, owner, ClosureClass.field(fields, slots().get(i)), type.getDescriptor());
            fits &= Conversion.write(code, type, type, wanted.get(i));
        }
        int local = 1;
        for (int i = 0; i < given.length; i++) {
            code.visitVarInsn(given[i].getOpcode(Opcodes.ILOAD), local);
            local += given[i].getSize();
            fits &= Conversion.write(code, given[i], meant[i], wanted.get(before + i));
        }
        code.visitMethodInsn(call(), work.getOwner(), work.getName(), work.getDesc(), work.isInterface());
        Type returned = erased.getReturnType();
        fits &= Conversion.writeReturn(code, result(), known.getReturnType(), returned);
        code.visitInsn(returned.getOpcode(Opcodes.IRETURN));
        return fits;
    }

    private List<Type> wanted() {
        List<Type> types = new ArrayList<>();
        if (work.getTag() != Opcodes.H_INVOKESTATIC && work.getTag() != Opcodes.H_NEWINVOKESPECIAL) {
            types.add(Type.getObjectType(work.getOwner()));
        }
        types.addAll(List.of(Type.getArgumentTypes(work.getDesc())));
        return types;
    }

    private Type result() {
        return work.getTag() == Opcodes.H_NEWINVOKESPECIAL
                ? Type.getObjectType(work.getOwner())
                : Type.getReturnType(work.getDesc());
    }

    private int call() {
        return switch (work.getTag()) {
            case Opcodes.H_INVOKESTATIC -> Opcodes.INVOKESTATIC;
            case Opcodes.H_NEWINVOKESPECIAL -> Opcodes.INVOKESPECIAL;
            default -> work.isInterface() ? Opcodes.INVOKEINTERFACE : Opcodes.INVOKEVIRTUAL;
        };
    }
}
