package dev.footbridge.function.packed;

import java.io.IOException;
import java.security.ProtectionDomain;

/** Where the bytes of one class lie. */
interface ClassFile {

    /** All of them. */
    byte[] read() throws IOException;

    /** What says where the class came from. */
    ProtectionDomain domain();
}
