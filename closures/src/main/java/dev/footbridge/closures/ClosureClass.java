package dev.footbridge.closures;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Label;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;
import org.objectweb.asm.Type;

/**
 * The class that is made for the lambdas of one other: it implements all their interfaces, holds what any of them
 * captured, and has a number that says which one it is. It belongs to the nest of its host, so that it may call what is
 * private there.
 */
final class ClosureClass {

    static final String SUFFIX = "$Closures";

    private static final String FACTORY = "of";
    private static final String NUMBER = "number";
    private static final String CONSTRUCTOR = "<init>";
    /** Those that capture nothing, once they were asked for. */
    private static final String MADE = "MADE";

    private final Host host;
    private final String self;
    private final List<Site> sites = new ArrayList<>();
    private final Set<String> interfaces = new LinkedHashSet<>();

    ClosureClass(Host host, int number) {
        this.host = host;
        this.self = host.name() + SUFFIX + (number == 0 ? "" : number);
    }

    String name() {
        return self;
    }

    /** @return whether it has a place here, beside those that are here already */
    boolean add(Site site, Interfaces all) throws IOException {
        Set<String> keys = sites.stream().map(Site::key).collect(Collectors.toSet());
        keys.add(site.key());
        if (!all.fit(interfaces, site.made().getInternalName(), keys)) {
            return false;
        }
        interfaces.add(site.made().getInternalName());
        if (!sites.contains(site)) {
            sites.add(site);
            sites.sort(Comparator.comparing(Site::key));
        }
        return true;
    }

    /** Replaces the instruction that evaluated the site: what is captured is on the stack. */
    void writeCall(MethodVisitor code, Site site) {
        push(code, sites.indexOf(site));
        code.visitMethodInsn(Opcodes.INVOKESTATIC, self, FACTORY, site.factory(), false);
    }

    static String field(List<String> slots, String slot) {
        return "c" + slots.indexOf(slot);
    }

    byte[] bytes() {
        ClassWriter made = new ClassWriter(ClassWriter.COMPUTE_MAXS);
        int access = Opcodes.ACC_FINAL | Opcodes.ACC_SUPER | Opcodes.ACC_SYNTHETIC;
        made.visit(host.version(), access, self, null, "java/lang/Object", interfaces.toArray(String[]::new));
        made.visitSource(host.source(), null);
        made.visitNestHost(host.nest());
        writeFields(made);
        if (sites.stream().anyMatch(site -> site.captured().isEmpty())) {
            writeMade(made);
        }
        Map<String, Site> factories = new TreeMap<>();
        Map<String, Site> constructors = new TreeMap<>();
        Map<String, List<Site>> methods = new TreeMap<>();
        for (Site site : sites) {
            factories.put(site.factory(), site);
            constructors.put(constructor(site), site);
            methods.computeIfAbsent(site.key(), key -> new ArrayList<>()).add(site);
        }
        factories.values().forEach(site -> writeFactory(made, site));
        constructors.values().forEach(site -> writeConstructor(made, site));
        methods.values().forEach(same -> writeMethod(made, same));
        made.visitEnd();
        return made.toByteArray();
    }

    private List<String> slots() {
        return sites.stream().flatMap(site -> site.slots().stream()).distinct().toList();
    }

    private void writeFields(ClassWriter made) {
        List<String> slots = slots();
        int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_FINAL;
        made.visitField(access, NUMBER, "I", null, null);
        for (String slot : slots) {
            made.visitField(access, field(slots, slot), Site.descriptor(slot), null, null);
        }
    }

    private void writeMade(ClassWriter made) {
        int access = Opcodes.ACC_PRIVATE | Opcodes.ACC_STATIC | Opcodes.ACC_FINAL;
        made.visitField(access, MADE, array(), null, null);
        MethodVisitor code = made.visitMethod(Opcodes.ACC_STATIC, "<clinit>", "()V", null, null);
        code.visitCode();
        push(code, sites.size());
        code.visitTypeInsn(Opcodes.ANEWARRAY, self);
        code.visitFieldInsn(Opcodes.PUTSTATIC, self, MADE, array());
        end(code, Opcodes.RETURN);
    }

    private void writeFactory(ClassWriter made, Site site) {
        MethodVisitor code = made.visitMethod(Opcodes.ACC_STATIC, FACTORY, site.factory(), null, null);
        code.visitCode();
        if (site.captured().isEmpty()) {
            writeLookUp(code);
        }
        code.visitTypeInsn(Opcodes.NEW, self);
        code.visitInsn(Opcodes.DUP);
        int local = 0;
        for (Type type : Type.getArgumentTypes(site.factory())) {
            code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
            local += type.getSize();
        }
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, self, CONSTRUCTOR, constructor(site), false);
        if (site.captured().isEmpty()) {
            code.visitInsn(Opcodes.DUP);
            code.visitFieldInsn(Opcodes.GETSTATIC, self, MADE, array());
            code.visitInsn(Opcodes.SWAP);
            code.visitVarInsn(Opcodes.ILOAD, 0);
            code.visitInsn(Opcodes.SWAP);
            code.visitInsn(Opcodes.AASTORE);
        }
        end(code, Opcodes.ARETURN);
    }

    /** Two threads may make one each: they cannot be told apart but by identity, which nobody is promised. */
    private void writeLookUp(MethodVisitor code) {
        Label missing = new Label();
        code.visitFieldInsn(Opcodes.GETSTATIC, self, MADE, array());
        code.visitVarInsn(Opcodes.ILOAD, 0);
        code.visitInsn(Opcodes.AALOAD);
        code.visitInsn(Opcodes.DUP);
        code.visitJumpInsn(Opcodes.IFNULL, missing);
        code.visitInsn(Opcodes.ARETURN);
        code.visitLabel(missing);
        code.visitFrame(Opcodes.F_SAME1, 0, null, 1, new Object[] {self});
        code.visitInsn(Opcodes.POP);
    }

    private void writeConstructor(ClassWriter made, Site site) {
        String descriptor = constructor(site);
        MethodVisitor code = made.visitMethod(Opcodes.ACC_PRIVATE, CONSTRUCTOR, descriptor, null, null);
        code.visitCode();
        code.visitVarInsn(Opcodes.ALOAD, 0);
        code.visitMethodInsn(Opcodes.INVOKESPECIAL, "java/lang/Object", CONSTRUCTOR, "()V", false);
        List<String> fields = new ArrayList<>();
        site.slots().forEach(slot -> fields.add(field(slots(), slot)));
        fields.add(NUMBER);
        int local = 1;
        for (Type type : Type.getArgumentTypes(descriptor)) {
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitVarInsn(type.getOpcode(Opcodes.ILOAD), local);
            code.visitFieldInsn(Opcodes.PUTFIELD, self, fields.remove(0), type.getDescriptor());
            local += type.getSize();
        }
        end(code, Opcodes.RETURN);
    }

    /** One method for all sites that share it; the last one needs no comparison. */
    private void writeMethod(ClassWriter made, List<Site> same) {
        Site first = same.get(0);
        MethodVisitor code = made.visitMethod(
                Opcodes.ACC_PUBLIC, first.method(), first.erased().getDescriptor(), null, null);
        code.visitCode();
        Label[] starts = same.stream().map(site -> new Label()).toArray(Label[]::new);
        int last = same.size() - 1;
        if (last > 0) {
            int least = sites.indexOf(first);
            code.visitVarInsn(Opcodes.ALOAD, 0);
            code.visitFieldInsn(Opcodes.GETFIELD, self, NUMBER, "I");
            code.visitTableSwitchInsn(least, least + last - 1, starts[last], Arrays.copyOf(starts, last));
        }
        for (int i = 0; i <= last; i++) {
            if (last > 0) {
                code.visitLabel(starts[i]);
                code.visitFrame(Opcodes.F_SAME, 0, null, 0, null);
            }
            same.get(i).writeWork(code, self, slots());
        }
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static void push(MethodVisitor code, int number) {
        code.visitIntInsn(number <= Byte.MAX_VALUE ? Opcodes.BIPUSH : Opcodes.SIPUSH, number);
    }

    private static void end(MethodVisitor code, int instruction) {
        code.visitInsn(instruction);
        code.visitMaxs(0, 0);
        code.visitEnd();
    }

    private static String constructor(Site site) {
        return Type.getMethodDescriptor(Type.VOID_TYPE, Type.getArgumentTypes(site.factory()));
    }

    private String array() {
        return "[L" + self + ";";
    }
}
