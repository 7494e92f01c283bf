package dev.footbridge.processor.model;

import java.util.List;
import java.util.OptionalLong;

/** A type as arguments and results know it: how it looks in Java, and what JSON it is. */
public sealed interface Shape {

    /** The Java type as source code has it, qualified: {@code int}, {@code java.util.List<java.lang.String>}. */
    String javaType();

    /** {@code String}. */
    record Text(TextRules rules) implements Shape {
        @Override
        public String javaType() {
            return "java.lang.String";
        }
    }

    /** A type that travels as text in a form of its own. */
    record Formatted(FormattedType type) implements Shape {
        @Override
        public String javaType() {
            return type.javaType();
        }
    }

    /**
     * A whole number of at most 64 bits.
     *
     * @param javaType {@code byte}, {@code short}, {@code int}, {@code long} or one of their boxes
     * @param least never below what the type can hold
     * @param greatest never above what the type can hold
     */
    record Whole(String javaType, long least, long greatest, OptionalLong multipleOf) implements Shape {}

    /** {@code BigInteger}. */
    record BigWhole(NumberRules rules) implements Shape {
        @Override
        public String javaType() {
            return "java.math.BigInteger";
        }
    }

    /**
     * A number.
     *
     * @param javaType {@code double}, {@code float}, one of their boxes, or {@code java.math.BigDecimal}
     */
    record Real(String javaType, NumberRules rules) implements Shape {}

    /** @param javaType {@code boolean} or its box */
    record Flag(String javaType) implements Shape {}

    /** An enum. */
    record Choice(String javaType, List<Constant> constants) implements Shape {

        public Choice {
            constants = List.copyOf(constants);
        }

        /** One constant and what it is called on the wire. */
        public record Constant(String javaName, String wireName, String title) {}
    }

    /** {@code byte[]}, base64 on the wire; bounds in bytes. */
    record Bytes(int least, int most) implements Shape {
        @Override
        public String javaType() {
            return "byte[]";
        }
    }

    /** Many of one shape. */
    record ListOf(Container container, Shape item, int least, int most) implements Shape {

        @Override
        public String javaType() {
            return container.javaType() + '<' + Boxes.boxed(item.javaType()) + '>';
        }

        /** The collection a list is read into. */
        public enum Container {
            LIST("java.util.List"),
            COLLECTION("java.util.Collection"),
            SET("java.util.Set");

            private final String javaType;

            Container(String javaType) {
                this.javaType = javaType;
            }

            public String javaType() {
                return javaType;
            }
        }
    }

    /** {@code Map<String, …>}: an object whose members have any name and one shape. */
    record MapOf(Shape value, int least, int most) implements Shape {
        @Override
        public String javaType() {
            return "java.util.Map<java.lang.String, " + Boxes.boxed(value.javaType()) + '>';
        }
    }

    /**
     * A record or a sealed interface, which may refer to itself.
     *
     * @param name its key in {@link ModuleModel#definitions}
     */
    record Reference(String javaType, String name) implements Shape {}

    /** Our own {@code Json} or {@code JsonObject}: any value, or any object. */
    record Free(String javaType) implements Shape {
        public boolean isObject() {
            return javaType.endsWith("JsonObject");
        }
    }
}
