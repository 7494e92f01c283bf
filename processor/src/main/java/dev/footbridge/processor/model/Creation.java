package dev.footbridge.processor.model;

import java.util.List;

/**
 * The one constructor of an annotated class, through which its module can make an object when it is first needed.
 *
 * @param thrown the exceptions it declares, by their qualified names
 */
public record Creation(List<Parameter> parameters, List<String> thrown) {

    public Creation {
        parameters = List.copyOf(parameters);
        thrown = List.copyOf(thrown);
    }

    /**
     * A parameter of the constructor.
     *
     * @param javaType as source code has it, such as {@code java.util.List<shop.Order>}
     */
    public record Parameter(String javaType, String name) {}
}
