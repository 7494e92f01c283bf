package dev.footbridge.function.packed;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.security.ProtectionDomain;
import java.util.Map;

/** A folder of class files, which is small. */
final class ClassFolder {

    private final ProtectionDomain domain;

    private ClassFolder(ProtectionDomain domain) {
        this.domain = domain;
    }

    /** Adds every class below that the index does not have yet, under its path. */
    static void index(File root, ProtectionDomain domain, Map<String, ClassFile> index) {
        new ClassFolder(domain).index(root, "", index);
    }

    private void index(File folder, String path, Map<String, ClassFile> index) {
        File[] entries = folder.listFiles();
        if (entries == null) {
            return;
        }
        for (File entry : entries) {
            String name = path + entry.getName();
            if (name.endsWith(".class")) {
                index.putIfAbsent(name, new Loose(entry, domain));
            } else if (entry.isDirectory()) {
                index(entry, name + "/", index);
            }
        }
    }

    private record Loose(File file, ProtectionDomain domain) implements ClassFile {

        @Override
        public byte[] read() throws IOException {
            return Files.readAllBytes(file.toPath());
        }
    }
}
