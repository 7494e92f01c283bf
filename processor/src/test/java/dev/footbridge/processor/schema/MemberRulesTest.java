package dev.footbridge.processor.schema;

import static dev.footbridge.processor.schema.Models.nullable;
import static dev.footbridge.processor.schema.Models.optional;
import static dev.footbridge.processor.schema.Models.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.processor.model.Definition.RecordType;
import dev.footbridge.processor.model.Definition.Requirement;
import dev.footbridge.processor.model.Member;
import java.util.List;
import org.junit.jupiter.api.Test;

class MemberRulesTest {

    @Test
    void groupForbidsThatAllAreAbsentOrNull() {
        RecordType one = with(List.of(List.of("a", "b")), List.of());
        RecordType two = with(List.of(List.of("a"), List.of("b")), List.of());

        assertThat(text(MemberRules.of(one)))
                .isEqualTo("{'not':{'properties':{'a':{'type':'null'},'b':{'type':'null'}}}}");
        assertThat(text(MemberRules.of(two)))
                .isEqualTo("{'not':{'anyOf':[{'properties':{'a':{'type':'null'}}},"
                        + "{'properties':{'b':{'type':'null'}}}]}}");
    }

    @Test
    void needsOfOneMemberAreSaidTogether() {
        RecordType record =
                with(List.of(), List.of(new Requirement("a", List.of("b")), new Requirement("a", List.of("c", "b"))));

        assertThat(text(MemberRules.of(record))).isEqualTo("{'dependentRequired':{'a':['b','c']}}");
    }

    @Test
    void needThatTouchesAMemberThatMayBeNullCountsNullAsAbsent() {
        RecordType record =
                with(List.of(), List.of(new Requirement("n", List.of("a")), new Requirement("a", List.of("n"))));

        assertThat(text(MemberRules.of(record)))
                .isEqualTo("{'not':{'anyOf':["
                        + "{'required':['n'],'properties':{'n':{'not':{'type':'null'}},'a':{'type':'null'}}},"
                        + "{'required':['a'],'properties':{'n':{'type':'null'}}}]}}");
    }

    private static RecordType with(List<List<String>> atLeastOne, List<Requirement> requirements) {
        List<Member> members = List.of(optional("a"), optional("b"), optional("c"), nullable("n"));
        return new RecordType("In", "shop.In", "", "", members, atLeastOne, requirements);
    }
}
