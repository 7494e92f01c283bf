package dev.footbridge.processor.write;

import dev.footbridge.processor.model.Shape;
import dev.footbridge.processor.model.Shape.Choice;
import dev.footbridge.processor.model.Shape.ListOf;
import dev.footbridge.processor.model.Shape.MapOf;
import java.util.List;

/** Reads everything that is no scalar: some by a call of the runtime, some by a method of their own. */
final class Composites {

    private final Nest nest;
    private final Types types;
    private final Readers readers;

    Composites(Nest nest, Readers readers) {
        this.nest = nest;
        this.types = nest.types();
        this.readers = readers;
    }

    /** False for what would be read as an empty one, or would be read in vain. */
    static boolean nullWhereAbsent(Shape shape) {
        return !(shape instanceof ListOf
                || shape instanceof MapOf
                || shape instanceof Shape.Reference
                || shape instanceof Shape.Free);
    }

    /** @param name of the member it is read for */
    String read(Shape shape, String slot, String name) {
        if (shape instanceof Shape.Formatted formatted) {
            return types.fill("#" + formatted.type().reader() + "(%s)", slot);
        }
        if (shape instanceof Shape.Bytes bytes) {
            return types.fill(
                    "#Texts.bytes(%s, " + Literals.whole(bytes.least()) + ", " + Literals.whole(bytes.most()) + ')',
                    slot);
        }
        if (shape instanceof Shape.Free free) {
            return slot + Code.BREAK + (free.isObject() ? ".jsonObject()" : ".json()");
        }
        if (shape instanceof Shape.Reference reference) {
            return readers.definition(reference.name()) + '(' + slot + Code.BREAK + ".object())";
        }
        return method(shape, name) + '(' + slot + ')';
    }

    private String method(Shape shape, String name) {
        if (shape instanceof Choice choice) {
            String simpleName = Words.simple(choice.javaType());
            return nest.method(
                    List.of("read", choice),
                    "read" + Words.type(simpleName),
                    (method, code) -> choice(choice, simpleName, method, code));
        }
        return nest.method(List.of("read", shape), "read" + Words.type(name), (method, code) -> {
            if (shape instanceof ListOf list) {
                list(list, name, method, code);
            } else {
                map((MapOf) shape, name, method, code);
            }
        });
    }

    private void choice(Choice choice, String simpleName, String method, Code code) {
        String type = types.type(choice.javaType());
        List<String> wireNames =
                choice.constants().stream().map(Choice.Constant::wireName).toList();
        code.open("private static %s %s(#Slot slot) {", type, method)
                .open("return switch (slot.choice(%s)) {", nest.list(simpleName, wireNames));
        int place = 0;
        for (Choice.Constant constant : choice.constants()) {
            code.line("case %s -> %s.%s;", Integer.toString(place++), type, constant.javaName());
        }
        code.line("default -> null;").close("};").close();
    }

    private void list(ListOf list, String name, String method, Code code) {
        boolean set = list.container() == ListOf.Container.SET;
        String item = itemType(list.javaType());
        String bounds = types.fill(Literals.whole(list.least()) + ", " + Literals.whole(list.most()));
        code.open("private static %s %s(#Slot slot) {", types.type(list.javaType()), method)
                .line("#ListSlot list = slot.list(%s)%s;", bounds, set ? ".unique()" : "")
                .line(
                        set
                                ? "#Set<%s> items = new #LinkedHashSet<>();"
                                : "#List<%s> items = new #ArrayList<>(list.size());",
                        item)
                .open("while (list.hasNext()) {")
                .line("items.add(%s);", readers.value(list.item(), "list.next()", name + "Item"))
                .close()
                .line("return #Collections.%s(items);", set ? "unmodifiableSet" : "unmodifiableList")
                .close();
    }

    private void map(MapOf map, String name, String method, Code code) {
        String bounds = types.fill(Literals.whole(map.least()) + ", " + Literals.whole(map.most()));
        code.open("private static %s %s(#Slot slot) {", types.type(map.javaType()), method)
                .line("#MapSlot map = slot.map(%s);", bounds)
                .line("%s values = new #LinkedHashMap<>();", types.type(map.javaType()))
                .open("while (map.hasNext()) {")
                .line("#Slot value = map.next();")
                .line("values.put(map.key(), %s);", readers.value(map.value(), "value", name + "Value"))
                .close()
                .line("return #Collections.unmodifiableMap(values);")
                .close();
    }

    /** What stands between the brackets of {@code java.util.List<…>}. */
    private String itemType(String javaType) {
        return types.type(javaType.substring(javaType.indexOf('<') + 1, javaType.length() - 1));
    }
}
