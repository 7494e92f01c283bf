package dev.footbridge.closures.sample;

/** What another inherits. */
class Above {

    String told() {
        return "above ";
    }

    protected String kept(String text) {
        return "kept " + text;
    }
}
