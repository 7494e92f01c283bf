package dev.footbridge.tool;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A method that reads a resource, or a family of resources whose URIs follow an RFC 6570 template such as
 * {@code orders://{id}}. Each variable of the template is a parameter of that name: text, a number, an enum, a UUID or
 * a date; {@link dev.footbridge.call.Call} may stand anywhere. The result is text, bytes,
 * {@link dev.footbridge.protocol.ResourceContents}, a list of those, a record (sent as JSON), or an {@code Optional} of
 * any of them: empty says that there is no such resource.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/server/resources">Resources</a>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Resource {

    /** The URI or the template. */
    String uri();

    /** The method's own name unless given. */
    String name() default "";

    /** A name for people. */
    String title() default "";

    /** The media type; {@code text/plain} for text and {@code application/json} for records unless given. */
    String mimeType() default "";

    /** The description, where there can be no Javadoc. */
    String description() default "";
}
