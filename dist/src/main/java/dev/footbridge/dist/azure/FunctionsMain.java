package dev.footbridge.dist.azure;

import dev.footbridge.azure.program.FunctionsProgram;

/** The app as a function of Azure on one's own machine: {@code ./footbridge function}. */
public final class FunctionsMain {

    private FunctionsMain() {}

    public static void main(String[] words) {
        FunctionsProgram.run(AzureApp::open, words);
    }
}
