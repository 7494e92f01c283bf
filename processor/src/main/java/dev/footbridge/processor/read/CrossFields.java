package dev.footbridge.processor.read;

import dev.footbridge.processor.model.Definition.Requirement;
import dev.footbridge.processor.model.Member;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.lang.model.element.Element;

/** Reads the rules that concern several members at once; authors name members as Java does. */
final class CrossFields {

    private CrossFields() {}

    static List<List<String>> atLeastOne(Element owner, List<Member> members, Reports reports) {
        return marks(owner, Names.AT_LEAST_ONE)
                .map(mark -> wireNames(mark, "value", members, reports))
                .toList();
    }

    static List<Requirement> requirements(Element owner, List<Member> members, Reports reports) {
        List<Requirement> requirements = new ArrayList<>();
        marks(owner, Names.REQUIRES).forEach(mark -> {
            List<String> one = wireNames(mark, "value", members, reports);
            List<String> others = wireNames(mark, "needs", members, reports);
            if (!one.isEmpty() && !others.isEmpty()) {
                requirements.add(new Requirement(one.get(0), others));
            }
        });
        return requirements;
    }

    private static Stream<Mark> marks(Element owner, String annotation) {
        Stream<Mark> single = Mark.on(owner, annotation).stream();
        Stream<Mark> several =
                Mark.on(owner, annotation + ".All").stream().flatMap(container -> container.marks("value").stream());
        return Stream.concat(single, several);
    }

    private static List<String> wireNames(Mark mark, String names, List<Member> members, Reports reports) {
        List<String> found = new ArrayList<>();
        for (String name : mark.texts(names)) {
            Optional<Member> member = members.stream()
                    .filter(candidate -> candidate.javaName().equals(name))
                    .findFirst();
            if (member.isEmpty()) {
                reports.error(mark, names, "there is no '" + name + "' here");
            } else if (member.get().occurrence().isRequired()) {
                reports.error(
                        mark, names, "'" + name + "' has to be there in any case: make it Optional, or drop the rule");
            } else {
                found.add(member.get().wireName());
            }
        }
        return found;
    }
}
