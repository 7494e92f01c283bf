package com.example.tools;

import dev.footbridge.feature.FeatureSet;
import dev.footbridge.local.command.LocalMain;
import dev.footbridge.protocol.Implementation;
import java.util.Map;

/** Puts the server together. */
public final class Server {

    /** How the server introduces itself. */
    static final Implementation SELF = Implementation.of("my-tools", "0.1.0");

    private Server() {}

    public static void main(String[] words) {
        LocalMain.run(SELF, features(), words);
    }

    /** Everything this server offers: for each class of tools the module that the compiler writes from it. */
    static FeatureSet features() {
        NoteTools notes = new NoteTools(Map.of(1, "Buy milk and bread", 2, "Call Ann about the milk"));
        return FeatureSet.of(new NoteToolsModule(notes));
    }
}
