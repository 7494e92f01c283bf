package dev.footbridge.tool;

import dev.footbridge.feature.Effect;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that models call. Its first sentence of Javadoc and what follows is the description they choose by; its
 * parameters, or the components of its one record parameter, are the arguments.
 *
 * <p>A parameter of type {@link dev.footbridge.call.Call} may stand anywhere and is no argument. A result of type
 * {@code void}, {@code String}, {@link dev.footbridge.feature.ToolResult}, {@link dev.footbridge.protocol.Content} or a
 * list or stream of those is sent as content; every other is sent as structured content with an output schema.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/tools">Tools</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Tool {

    /** 1 to 128 of {@code A-Z a-z 0-9 _ . -}; the method's own name unless given. */
    String name() default "";

    /** A name for people. */
    String title() default "";

    /** What it does to the world: clients decide by it whether to ask the user first. */
    Effect effect() default Effect.DESTRUCTIVE;

    /** False if it stays within a closed world, such as one folder or one database. */
    boolean openWorld() default true;

    /**
     * After which the call is given up, such as {@code 30s}, {@code 2m} or {@code 500ms}; the server's own unless
     * given.
     */
    String timeout() default "";

    /** Scopes that a caller's credential needs, all of them, where callers have credentials (RFC 6749 §3.3). */
    String[] scopes() default {};

    /**
     * How often each caller may call it at most, such as {@code 10/min}, {@code 2/s}, {@code 100/h} or
     * {@code 1000/day}. The operator's limits count besides.
     */
    String rate() default "";

    /** What one call takes of quotas and adds to the usage; 0 for nothing. */
    int cost() default 1;

    /**
     * True for what must not happen without a trace: the call runs only once the audit has kept that it is about to,
     * and never on a server that records nothing.
     */
    boolean recordedFirst() default false;

    /** An https or data URI of a picture for people. */
    String icon() default "";

    /** The description, where there can be no Javadoc. */
    String description() default "";
}
