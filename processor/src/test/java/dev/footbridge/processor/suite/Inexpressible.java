package dev.footbridge.processor.suite;

/** A schema or a value that no annotated class can stand for, and why. */
final class Inexpressible extends RuntimeException {

    Inexpressible(String reason) {
        super(reason, null, false, false);
    }
}
