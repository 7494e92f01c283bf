package dev.footbridge.feature;

import dev.footbridge.argument.Field;
import dev.footbridge.argument.Fields;
import dev.footbridge.argument.Schema;
import dev.footbridge.json.JsonObject;
import dev.footbridge.protocol.Icon;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A tool: what the client is told about it, and the function behind it. Immutable and thread-safe.
 *
 * <pre>{@code
 * Tool.named("add")
 *         .describedAs("Adds two whole numbers.")
 *         .effect(Effect.READ_ONLY)
 *         .takes(LEFT, RIGHT)
 *         .calls((in, call) -> ToolResult.text("" + (in.get(LEFT) + in.get(RIGHT))));
 * }</pre>
 *
 * @param openWorld false if the tool stays within a closed world, such as one folder or one database
 * @param timeout after which the call is given up, null for the server's own limit
 * @param headers which arguments are mirrored in {@code Mcp-Param-*} headers
 * @param terms what a call needs beside its arguments
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/tools">Tools</a>
 */
public record Tool(
        String name,
        ToolListing listing,
        Effect effect,
        boolean openWorld,
        @Nullable Duration timeout,
        HeaderParams headers,
        ToolTerms terms,
        ToolBody body) {

    private static final class Names {
        static final Pattern NAME = Pattern.compile("[A-Za-z0-9_.-]{1,128}");
    }

    public static Builder named(String name) {
        return new Builder(name);
    }

    /** This tool, given up after a time of its own. */
    public Tool limitedTo(Duration limit) {
        return new Tool(name, listing, effect, openWorld, limit, headers, terms, body);
    }

    /** This tool, with arguments that are mirrored in headers. */
    public Tool mirroring(HeaderParams.Param... params) {
        return new Tool(name, listing, effect, openWorld, timeout, new HeaderParams(List.of(params)), terms, body);
    }

    /** This tool, on other terms. */
    public Tool on(ToolTerms others) {
        return new Tool(name, listing, effect, openWorld, timeout, headers, others, body);
    }

    /** Collects what a tool is made of. Not thread-safe. */
    public static final class Builder {
        private final String name;
        private @Nullable String title;
        private String description = "";
        private Schema input = Fields.none();
        private @Nullable Schema output;
        private Effect effect = Effect.DESTRUCTIVE;
        private boolean openWorld = true;
        private List<Icon> icons = List.of();
        private JsonObject meta = JsonObject.EMPTY;
        private @Nullable Duration timeout;
        private ToolTerms terms = ToolTerms.USUAL;

        private Builder(String name) {
            this.name = name;
        }

        /** A name for people. */
        public Builder title(String text) {
            this.title = text;
            return this;
        }

        /** What it does, when to use it and when not: the text by which models choose. */
        public Builder describedAs(String text) {
            this.description = text;
            return this;
        }

        /** What it does to the world; {@link Effect#DESTRUCTIVE} unless said otherwise. */
        public Builder effect(Effect change) {
            this.effect = change;
            return this;
        }

        /** Says that the tool stays within a closed world, such as one folder or one database. */
        public Builder closedWorld() {
            this.openWorld = false;
            return this;
        }

        public Builder takes(Field<?>... fields) {
            return takes(Fields.of(fields));
        }

        public Builder takes(Schema schema) {
            this.input = schema;
            return this;
        }

        public Builder returns(Field<?>... fields) {
            return returns(Fields.of(fields));
        }

        public Builder returns(Schema schema) {
            this.output = schema;
            return this;
        }

        public Builder icons(Icon... pictures) {
            this.icons = List.of(pictures);
            return this;
        }

        public Builder meta(JsonObject members) {
            this.meta = members;
            return this;
        }

        /** What a call needs beside its arguments; {@link ToolTerms#USUAL} unless said otherwise. */
        public Builder on(ToolTerms needed) {
            this.terms = needed;
            return this;
        }

        /** Scopes that a caller's credential needs, all of them (RFC 6749 §3.3). */
        public Builder scopes(String... needed) {
            return on(terms.requiring(needed));
        }

        public Builder timeout(Duration limit) {
            this.timeout = limit;
            return this;
        }

        /**
         * The tool that runs this function.
         *
         * @throws IllegalArgumentException if the name, the description or a schema is not acceptable
         */
        public Tool calls(ToolFunction function) {
            verify();
            PublishedTexts.check("tool " + name, title);
            PublishedTexts.check("tool " + name, description);
            PublishedTexts.check("the input schema of tool " + name, input.document());
            HeaderParams headers = HeaderParams.of(input.document());
            JsonObject annotations = effect.annotations(openWorld);
            ToolListing listing = new DescribedTool(name, title, description, input, output, annotations, icons, meta);
            ToolBody body = new CheckedBody(name, input, output, function);
            return new Tool(name, listing, effect, openWorld, timeout, headers, terms, body);
        }

        private void verify() {
            if (!Names.NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("tool name '" + name + "' must be 1 to 128 of A-Z a-z 0-9 _ . -");
            }
            if (description.isBlank()) {
                throw new IllegalArgumentException("tool " + name + " needs a description: models choose by it");
            }
            if (!"object".equals(input.document().string("type").orElse(""))) {
                throw new IllegalArgumentException("tool " + name + ": the input schema needs \"type\": \"object\"");
            }
        }
    }
}
