package dev.footbridge.processor.write;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a class file names, and whether it has calls that are linked at run time.
 *
 * @param texts every text in it: names of classes, methods and types, and strings
 * @see <a href="https://docs.oracle.com/javase/specs/jvms/se17/html/jvms-4.html#jvms-4.4">JVMS §4.4</a>
 */
record ConstantPool(List<String> texts, boolean linksAtRunTime) {

    private static final int MAGIC_AND_VERSION = 8;

    static ConstantPool of(Path file) throws IOException {
        try (DataInputStream in = new DataInputStream(Files.newInputStream(file))) {
            in.skipNBytes(MAGIC_AND_VERSION);
            int count = in.readUnsignedShort();
            List<String> texts = new ArrayList<>();
            boolean dynamic = false;
            for (int i = 1; i < count; i++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> texts.add(in.readUTF());
                    case 5, 6 -> {
                        in.skipNBytes(8);
                        i++; // a long or a double takes two places
                    }
                    case 7, 8, 16, 19, 20 -> in.skipNBytes(2);
                    case 15 -> in.skipNBytes(3);
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipNBytes(4);
                    default -> throw new IOException("no constant has the tag " + tag);
                }
                dynamic |= tag >= 15 && tag <= 18;
            }
            return new ConstantPool(texts, dynamic);
        }
    }
}
