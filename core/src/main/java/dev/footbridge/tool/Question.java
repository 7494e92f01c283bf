package dev.footbridge.tool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A record that a user is asked to fill in, with {@code call.ask(key, TheRecord.class, message)}. Forms are flat: its
 * components are text, numbers, flags, enums, dates, lists of enums, or an {@code Optional} of those. Nest it in the
 * {@link McpTools} class that asks, or name it in {@link McpTools#asks}. Never ask for a secret in a form.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/client/elicitation">Elicitation</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Question {}
