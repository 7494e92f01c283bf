package dev.footbridge.processor.model;

import java.util.Map;

/** Primitive types and their boxes. */
public final class Boxes {

    private static final Map<String, String> BOXES = Map.of(
            "boolean", "java.lang.Boolean",
            "byte", "java.lang.Byte",
            "short", "java.lang.Short",
            "int", "java.lang.Integer",
            "long", "java.lang.Long",
            "float", "java.lang.Float",
            "double", "java.lang.Double");

    private Boxes() {}

    /** The box of a primitive type, and every other type itself. */
    public static String boxed(String javaType) {
        return BOXES.getOrDefault(javaType, javaType);
    }

    public static boolean isPrimitive(String javaType) {
        return BOXES.containsKey(javaType);
    }
}
