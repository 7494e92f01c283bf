package dev.footbridge.benchmarks.call;

import dev.footbridge.feature.ToolResult;
import io.modelcontextprotocol.spec.McpSchema;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/** The same call through each stack. Rows of the same last word do the same work. */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class RecordCall {

    private final Ours ours = new Ours();
    private final Databind databind = new Databind();
    private @Nullable JavaSdk javaSdk;

    /** Nobody is measured who does not do the work. */
    @Setup
    public void verify() throws Exception {
        javaSdk = new JavaSdk();
        for (byte[] answer :
                List.of(ours.fromBytes(), databind.fromBytes(), ours.message(), ours.walk(), sdk().fromBytes())) {
            if (!new String(answer, StandardCharsets.UTF_8).contains("\"grams\":1201")) {
                throw new AssertionError(new String(answer, StandardCharsets.UTF_8));
            }
        }
    }

    @Benchmark
    public ToolResult oursTree() throws Exception {
        return ours.fromTree();
    }

    @Benchmark
    public byte[] oursBytes() throws Exception {
        return ours.fromBytes();
    }

    @Benchmark
    public byte[] databindBytes() {
        return databind.fromBytes();
    }

    @Benchmark
    public McpSchema.JSONRPCResponse javaSdkTree() {
        return sdk().fromTree();
    }

    @Benchmark
    public byte[] javaSdkBytes() throws IOException {
        return sdk().fromBytes();
    }

    /** Ours, with the same way to go as {@link #javaSdkBytes}. */
    @Benchmark
    public byte[] oursMessage() {
        return ours.message();
    }

    /** Ours once more, from an HTTP request to its response. */
    @Benchmark
    public byte[] oursWalk() {
        return ours.walk();
    }

    private JavaSdk sdk() {
        return Objects.requireNonNull(javaSdk);
    }
}
