package dev.footbridge.bridge.sdk;

import dev.footbridge.feature.Resource;
import dev.footbridge.feature.ResourceReader;
import dev.footbridge.feature.ResourceTemplate;
import dev.footbridge.http.Bytes;
import dev.footbridge.protocol.ResourceContents;
import io.modelcontextprotocol.spec.McpSchema;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Resources and templates of the SDK as those of the core. */
final class Resources {

    private final Handlers handlers;
    private final SdkJson json;
    private final Completions completions;

    Resources(Handlers handlers, SdkJson json, Completions completions) {
        this.handlers = handlers;
        this.json = json;
        this.completions = completions;
    }

    Resource resource(
            Specification<McpSchema.Resource, McpSchema.ReadResourceRequest, McpSchema.ReadResourceResult>
                    specification) {
        McpSchema.Resource told = specification.declared();
        if (told.uri().indexOf('{') >= 0) {
            throw new IllegalArgumentException(
                    "resource " + told.uri() + " is a template: register it as a resource template");
        }
        Resource.Builder resource = Resource.at(told.uri())
                .named(told.name())
                .icons(Hints.icons(told.icons()))
                .meta(json.object(told.meta()));
        if (told.title() != null) {
            resource.title(told.title());
        }
        if (told.description() != null) {
            resource.describedAs(told.description());
        }
        if (told.mimeType() != null) {
            resource.mimeType(told.mimeType());
        }
        if (told.size() != null) {
            resource.size(told.size());
        }
        if (told.annotations() != null) {
            resource.annotations(Hints.annotations(told.annotations()));
        }
        return resource.reads(reader(specification.handler()));
    }

    ResourceTemplate template(
            Specification<McpSchema.ResourceTemplate, McpSchema.ReadResourceRequest, McpSchema.ReadResourceResult>
                    specification) {
        McpSchema.ResourceTemplate told = specification.declared();
        ResourceTemplate.Builder template = ResourceTemplate.matching(told.uriTemplate())
                .named(told.name())
                .icons(Hints.icons(told.icons()))
                .meta(json.object(told.meta()));
        if (told.title() != null) {
            template.title(told.title());
        }
        if (told.description() != null) {
            template.describedAs(told.description());
        }
        if (told.mimeType() != null) {
            template.mimeType(told.mimeType());
        }
        if (told.annotations() != null) {
            template.annotations(Hints.annotations(told.annotations()));
        }
        completions.ofTemplate(told.uriTemplate()).forEach(template::completes);
        return template.reads(reader(specification.handler()));
    }

    private ResourceReader reader(SdkHandler<McpSchema.ReadResourceRequest, McpSchema.ReadResourceResult> handler) {
        return (uri, variables, call) -> {
            McpSchema.ReadResourceRequest request = new McpSchema.ReadResourceRequest(uri, handlers.meta(call));
            List<ResourceContents> contents = new ArrayList<>();
            handlers.run(handler, request, call).contents().forEach(part -> contents.add(contents(part)));
            return contents;
        };
    }

    private ResourceContents contents(McpSchema.ResourceContents part) {
        if (part instanceof McpSchema.TextResourceContents text) {
            return new ResourceContents.Text(text.uri(), text.mimeType(), text.text(), json.object(text.meta()));
        }
        if (part instanceof McpSchema.BlobResourceContents blob) {
            Bytes bytes = Bytes.of(Base64.getDecoder().decode(blob.blob()));
            return new ResourceContents.Blob(blob.uri(), blob.mimeType(), bytes, json.object(blob.meta()));
        }
        throw new UnsupportedOperationException("contents are text or a blob, and nothing else");
    }
}
