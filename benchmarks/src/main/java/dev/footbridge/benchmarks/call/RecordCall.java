package dev.footbridge.benchmarks.call;

import dev.footbridge.feature.ToolResult;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
    private final JavaSdk javaSdk = new JavaSdk();

    /** Nobody is measured who does not do the work. */
    @Setup
    public void verify() throws Exception {
        for (byte[] answer : List.of(ours.fromBytes(), databind.fromBytes(), ours.walk(), javaSdk.walk())) {
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
    public byte[] oursWalk() {
        return ours.walk();
    }

    @Benchmark
    public byte[] javaSdkWalk() throws IOException {
        return javaSdk.walk();
    }
}
