package dev.footbridge.bridge.sdk;

import dev.footbridge.call.Call;
import dev.footbridge.feature.FeatureSet;
import io.modelcontextprotocol.json.McpJsonDefaults;
import io.modelcontextprotocol.json.McpJsonMapper;
import io.modelcontextprotocol.server.McpServerFeatures;
import io.modelcontextprotocol.server.McpStatelessServerFeatures;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Features that were written for the official MCP Java SDK, registered as they are.
 *
 * <pre>{@code
 * FeatureSet features = SdkFeatures.builder().add(weatherTool).add(readme).add(greeting).build();
 * McpServer server = McpServer.named(Implementation.of("weather", "1.0")).features(features).build();
 * }</pre>
 *
 * <p>Both families of sync specifications may be mixed. {@code docs/bridge-sdk.md} has what maps and what does not.
 *
 * @see CallContext
 */
public final class SdkFeatures {

    private SdkFeatures() {}

    public static Builder builder() {
        return new Builder();
    }

    /** Collects specifications; lists by {@code specifications.forEach(builder::add)}. Not thread-safe. */
    public static final class Builder {
        private final List<Specification<McpSchema.Tool, McpSchema.CallToolRequest, McpSchema.CallToolResult>> tools =
                new ArrayList<>();
        private final List<
                        Specification<McpSchema.Resource, McpSchema.ReadResourceRequest, McpSchema.ReadResourceResult>>
                resources = new ArrayList<>();
        private final List<
                        Specification<
                                McpSchema.ResourceTemplate,
                                McpSchema.ReadResourceRequest,
                                McpSchema.ReadResourceResult>>
                templates = new ArrayList<>();
        private final List<Specification<McpSchema.Prompt, McpSchema.GetPromptRequest, McpSchema.GetPromptResult>>
                prompts = new ArrayList<>();
        private final List<
                        Specification<McpSchema.CompleteReference, McpSchema.CompleteRequest, McpSchema.CompleteResult>>
                completions = new ArrayList<>();
        private Function<Call, Map<String, Object>> context = call -> Map.of();
        private @Nullable McpJsonMapper mapper;

        private Builder() {}

        public Builder add(McpStatelessServerFeatures.SyncToolSpecification tool) {
            tools.add(new Specification<>(
                    tool.tool(), (run, request) -> tool.callHandler().apply(run.context(), request)));
            return this;
        }

        public Builder add(McpServerFeatures.SyncToolSpecification tool) {
            tools.add(new Specification<>(
                    tool.tool(), (run, request) -> tool.callHandler().apply(run.exchange(), request)));
            return this;
        }

        public Builder add(McpStatelessServerFeatures.SyncResourceSpecification resource) {
            resources.add(new Specification<>(
                    resource.resource(),
                    (run, request) -> resource.readHandler().apply(run.context(), request)));
            return this;
        }

        public Builder add(McpServerFeatures.SyncResourceSpecification resource) {
            resources.add(new Specification<>(
                    resource.resource(),
                    (run, request) -> resource.readHandler().apply(run.exchange(), request)));
            return this;
        }

        public Builder add(McpStatelessServerFeatures.SyncResourceTemplateSpecification template) {
            templates.add(new Specification<>(
                    template.resourceTemplate(),
                    (run, request) -> template.readHandler().apply(run.context(), request)));
            return this;
        }

        public Builder add(McpServerFeatures.SyncResourceTemplateSpecification template) {
            templates.add(new Specification<>(
                    template.resourceTemplate(),
                    (run, request) -> template.readHandler().apply(run.exchange(), request)));
            return this;
        }

        public Builder add(McpStatelessServerFeatures.SyncPromptSpecification prompt) {
            prompts.add(new Specification<>(
                    prompt.prompt(), (run, request) -> prompt.promptHandler().apply(run.context(), request)));
            return this;
        }

        public Builder add(McpServerFeatures.SyncPromptSpecification prompt) {
            prompts.add(new Specification<>(
                    prompt.prompt(), (run, request) -> prompt.promptHandler().apply(run.exchange(), request)));
            return this;
        }

        public Builder add(McpStatelessServerFeatures.SyncCompletionSpecification completion) {
            completions.add(new Specification<>(
                    completion.referenceKey(),
                    (run, request) -> completion.completionHandler().apply(run.context(), request)));
            return this;
        }

        public Builder add(McpServerFeatures.SyncCompletionSpecification completion) {
            completions.add(new Specification<>(
                    completion.referenceKey(),
                    (run, request) -> completion.completionHandler().apply(run.exchange(), request)));
            return this;
        }

        /**
         * What handlers find in their transport context beside the keys of {@link CallContext}: in the place of the
         * SDK's {@code contextExtractor}, but made of verified facts instead of an HTTP request.
         */
        public Builder context(Function<Call, Map<String, Object>> entries) {
            this.context = entries;
            return this;
        }

        /** Makes and reads the objects of the SDK; {@link McpJsonDefaults#getMapper()} unless said otherwise. */
        public Builder jsonMapper(McpJsonMapper own) {
            this.mapper = own;
            return this;
        }

        /**
         * All of it as features of the core.
         *
         * @throws IllegalArgumentException if two have the same name, URI or reference, a completion belongs to none of
         *     them, or a name, a schema, a template or an icon is not acceptable
         */
        public FeatureSet build() {
            SdkJson json = new SdkJson(mapper == null ? McpJsonDefaults.getMapper() : mapper);
            Handlers handlers = new Handlers(json, context);
            Completions completing = new Completions(handlers, completions);
            Resources reading = new Resources(handlers, json, completing);
            Prompts prompting = new Prompts(handlers, json, completing);
            Tools calling = new Tools(handlers, json);
            FeatureSet.Builder features = FeatureSet.builder();
            tools.forEach(each -> features.tool(calling.tool(each)));
            templates.forEach(each -> features.template(reading.template(each)));
            prompts.forEach(each -> features.prompt(prompting.prompt(each)));
            for (var each : resources) {
                features.resource(reading.resource(each));
                completing.ignore(each.declared().uri());
            }
            completing.refuseOrphans();
            return features.build();
        }
    }
}
