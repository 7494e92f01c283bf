package com.example.tools;

import dev.footbridge.function.FunctionApp;
import dev.footbridge.aws.LambdaHandler;
import dev.footbridge.aws.program.LambdaProgram;
import java.io.IOException;

/** The server as a function of AWS Lambda: template.yaml names it, and ./footbridge lambda runs it here. */
public final class Lambda extends LambdaHandler {

    public Lambda() {
        super(Lambda::app);
    }

    public static void main(String[] words) throws IOException {
        LambdaProgram.run(Lambda::app, words);
    }

    private static FunctionApp app() {
        return FunctionApp.of(Server.SELF, Server.features());
    }
}
