package dev.footbridge.verification.transcript;

import static dev.footbridge.verification.transcript.PlainTools.tool;

import dev.footbridge.call.Call;
import dev.footbridge.feature.Catalog;
import dev.footbridge.feature.Change;
import dev.footbridge.feature.FeatureSet;
import dev.footbridge.feature.Prompt;
import dev.footbridge.feature.PromptResult;
import dev.footbridge.feature.Resource;
import dev.footbridge.feature.Tool;
import dev.footbridge.feature.ToolResult;
import dev.footbridge.protocol.LogLevel;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Tools of the transcripts that report, wait, or change the server. One object a server. */
final class SlowTools {

    private final CompletableFuture<Catalog> catalog = new CompletableFuture<>();
    private final CountDownLatch released = new CountDownLatch(1);
    private final CompletableFuture<String> outcome = new CompletableFuture<>();

    void connect(Catalog published) {
        catalog.complete(published);
    }

    List<Tool> all() {
        return List.of(
                tool("progress", call -> {
                    call.progress(1, 2, "");
                    call.progress(2, 2, "half");
                    return ToolResult.text("done");
                }),
                tool("talks", SlowTools::talk),
                tool("backwards", call -> {
                    call.progress(2, 5, "");
                    call.progress(2, 5, "");
                    call.progress(1, 5, "");
                    call.progress(3, 5, "");
                    return ToolResult.text("done");
                }),
                tool("wait", this::waitForRelease),
                tool("release", call -> {
                    released.countDown();
                    return ToolResult.text("released");
                }),
                tool(
                        "last_wait",
                        call -> ToolResult.text(
                                outcome.orTimeout(10, TimeUnit.SECONDS).join())),
                tool("touch", call -> {
                    catalog.join().publish(new Change.ResourceUpdated("mem://one"));
                    return ToolResult.text("touched");
                }),
                tool("change_tools", call -> {
                    Tool more = tool("more", unused -> ToolResult.text("more"));
                    return changed(
                            catalog.join().current().toBuilder().tool(more).build());
                }),
                tool("change_resources", call -> moreResources()),
                tool("change_prompts", call -> morePrompts()));
    }

    private static ToolResult talk(Call call) {
        call.log("started");
        call.progress(1, 2);
        call.log(LogLevel.WARNING, "slow");
        return ToolResult.text("said");
    }

    private ToolResult moreResources() {
        Resource more = Resource.at("mem://more").reads((uri, variables, call) -> List.of());
        return changed(catalog.join().current().toBuilder().resource(more).build());
    }

    private ToolResult morePrompts() {
        Prompt more = Prompt.named("more").renders((arguments, call) -> PromptResult.user("more"));
        return changed(catalog.join().current().toBuilder().prompt(more).build());
    }

    private ToolResult changed(FeatureSet next) {
        catalog.join().replace(next);
        return ToolResult.text("changed");
    }

    private ToolResult waitForRelease(Call call) {
        AtomicBoolean cancelled = new AtomicBoolean();
        call.onCancel(() -> {
            cancelled.set(true);
            released.countDown();
        });
        call.progress(1, 2, "");
        try {
            boolean inTime = released.await(10, TimeUnit.SECONDS);
            sayTooMuch(call, cancelled.get());
            outcome.complete(cancelled.get() ? "cancelled" : inTime ? "finished" : "forgotten");
        } catch (InterruptedException stopped) {
            sayTooMuch(call, true);
            outcome.complete("cancelled");
            Thread.currentThread().interrupt();
        }
        return ToolResult.text("waited");
    }

    /** Of which the client must not hear. */
    private static void sayTooMuch(Call call, boolean cancelled) {
        if (cancelled) {
            call.progress(2, 2, "too late");
        }
    }
}
