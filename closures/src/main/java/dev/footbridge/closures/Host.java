package dev.footbridge.closures;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.objectweb.asm.ClassReader;
import org.objectweb.asm.ClassVisitor;
import org.objectweb.asm.ClassWriter;
import org.objectweb.asm.Handle;
import org.objectweb.asm.MethodVisitor;
import org.objectweb.asm.Opcodes;

/** A compiled class: its sites, and its nest. */
final class Host {

    private final ClassReader read;
    private final Facts facts = new Facts();
    private final Map<Site, ClosureClass> places = new HashMap<>();
    private final Set<String> joining = new TreeSet<>();

    Host(ClassReader read) {
        this.read = read;
        read.accept(facts, ClassReader.SKIP_FRAMES);
    }

    String name() {
        return read.getClassName();
    }

    /** @return the outermost class, which lists who belongs to it */
    String nest() {
        return facts.nest == null ? name() : facts.nest;
    }

    int version() {
        return facts.version;
    }

    @Nullable
    String source() {
        return facts.source;
    }

    /** Whether this was made by an earlier run. */
    boolean isMade() {
        return (read.getAccess() & Opcodes.ACC_SYNTHETIC) != 0 && name().contains(ClosureClass.SUFFIX);
    }

    boolean knows(String member) {
        return facts.members.contains(member);
    }

    void join(String member) {
        joining.add(member);
    }

    boolean changes() {
        return !joining.isEmpty() || !places.isEmpty();
    }

    /** @return the classes to be made for it; nearly always one or none, and two where interfaces do not go together */
    List<ClosureClass> closures(Interfaces interfaces) throws IOException {
        List<ClosureClass> made = new ArrayList<>();
        for (Site site : facts.sites) {
            int at = 0;
            while (at == made.size() || !made.get(at).add(site, interfaces)) {
                if (at == made.size()) {
                    made.add(new ClosureClass(this, at));
                } else {
                    at++;
                }
            }
            places.put(site, made.get(at));
        }
        return made;
    }

    /** @return the class without the sites, in a nest with those that were made */
    byte[] bytes() {
        ClassWriter writer = new ClassWriter(0);
        read.accept(new Rewriting(writer), 0);
        return writer.toByteArray();
    }

    /** What there is to know before anything is written. */
    private final class Facts extends ClassVisitor {

        private int version;
        private @Nullable String nest;
        private @Nullable String source;
        private final Set<String> members = new TreeSet<>();
        private final List<Site> sites = new ArrayList<>();

        Facts() {
            super(Opcodes.ASM9);
        }

        @Override
        public void visit(
                int version,
                int access,
                String name,
                @Nullable String signature,
                @Nullable String above,
                String @Nullable [] interfaces) {
            this.version = version;
        }

        @Override
        public void visitSource(@Nullable String source, @Nullable String debug) {
            this.source = source;
        }

        @Override
        public void visitNestHost(String host) {
            nest = host;
        }

        @Override
        public void visitNestMember(String member) {
            members.add(member);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, @Nullable String signature, String @Nullable [] thrown) {
            return new MethodVisitor(Opcodes.ASM9) {
                @Override
                public void visitInvokeDynamicInsn(
                        String name, String descriptor, Handle bootstrap, Object... arguments) {
                    Site site = Site.of(name(), name, descriptor, bootstrap, arguments);
                    if (site != null) {
                        sites.add(site);
                    }
                }
            };
        }
    }

    private final class Rewriting extends ClassVisitor {

        Rewriting(ClassWriter writer) {
            super(Opcodes.ASM9, writer);
        }

        @Override
        public MethodVisitor visitMethod(
                int access, String name, String descriptor, @Nullable String signature, String @Nullable [] thrown) {
            return new WithoutSites(super.visitMethod(access, name, descriptor, signature, thrown));
        }

        @Override
        public void visitEnd() {
            joining.forEach(super::visitNestMember);
            super.visitEnd();
        }
    }

    private final class WithoutSites extends MethodVisitor {

        WithoutSites(MethodVisitor writer) {
            super(Opcodes.ASM9, writer);
        }

        @Override
        public void visitInvokeDynamicInsn(String name, String descriptor, Handle bootstrap, Object... arguments) {
            Site site = Site.of(name(), name, descriptor, bootstrap, arguments);
            ClosureClass place = site == null ? null : places.get(site);
            if (site != null && place != null) {
                place.writeCall(mv, site);
            } else {
                super.visitInvokeDynamicInsn(name, descriptor, bootstrap, arguments);
            }
        }

        /** The number of the site comes on top of what it captures. */
        @Override
        public void visitMaxs(int stack, int locals) {
            super.visitMaxs(stack + 1, locals);
        }
    }
}
