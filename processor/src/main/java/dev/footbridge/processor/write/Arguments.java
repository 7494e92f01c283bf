package dev.footbridge.processor.write;

import dev.footbridge.processor.model.Definition.RecordType;
import dev.footbridge.processor.model.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The variables that a method's parameters were read into, by the parameter's name. */
record Arguments(Map<String, String> variables) {

    /** Members that belong to no type. */
    static RecordType parameters(String name, List<Member> members) {
        return new RecordType(name, "", "", "", members, List.of(), List.of());
    }

    static Arguments read(RecordType parameters, Readers readers, Code code, Scope locals) {
        List<String> names = readers.members(parameters, code, locals);
        Map<String, String> variables = new HashMap<>();
        for (int i = 0; i < names.size(); i++) {
            variables.put(parameters.members().get(i).javaName(), names.get(i));
        }
        return new Arguments(variables);
    }

    String of(String parameter) {
        String variable = variables.get(parameter);
        if (variable == null) {
            throw new IllegalArgumentException("there is no parameter " + parameter);
        }
        return variable;
    }
}
