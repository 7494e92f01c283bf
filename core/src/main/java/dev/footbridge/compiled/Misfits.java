package dev.footbridge.compiled;

import dev.footbridge.argument.Problem;
import dev.footbridge.feature.ToolFailure;
import dev.footbridge.protocol.ErrorCode;
import dev.footbridge.protocol.RpcException;
import java.util.List;
import java.util.stream.Collectors;

/** Refuses what was read with problems and is no tool's arguments. */
public final class Misfits {

    private Misfits() {}

    /** Arguments of a prompt. */
    public static RpcException prompt(List<Problem> problems) {
        return new RpcException(ErrorCode.INVALID_PARAMS, "The arguments do not fit this prompt: " + listed(problems));
    }

    /** A form that was filled in with what no form can forbid. */
    public static ToolFailure answer(List<Problem> problems) {
        return new ToolFailure("The user's answer does not fit: " + listed(problems) + ". Ask again.");
    }

    private static String listed(List<Problem> problems) {
        return problems.stream().map(Problem::toString).collect(Collectors.joining("; "));
    }
}
