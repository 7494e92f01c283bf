package dev.footbridge.processor.write;

/** A chain of calls on a builder. Not thread-safe. */
final class Steps {

    private final StringBuilder chain;
    private final char gap;

    private Steps(String start, char gap) {
        this.chain = new StringBuilder(start);
        this.gap = gap;
    }

    /** Broken only where the width asks for it. */
    static Steps onOneLine(String start) {
        return new Steps(start, Code.BREAK);
    }

    /** Each step on a line of its own. */
    static Steps onLines(String start) {
        return new Steps(start, Code.LINE);
    }

    /** @param arguments as source code has them */
    Steps then(String method, String arguments) {
        chain.append(gap)
                .append('.')
                .append(method)
                .append('(')
                .append(arguments)
                .append(')');
        return this;
    }

    /** A step that takes a text, if there is one. */
    Steps unlessEmpty(String method, String text) {
        return text.isEmpty() ? this : then(method, Literals.string(text));
    }

    @Override
    public String toString() {
        return chain.toString();
    }
}
