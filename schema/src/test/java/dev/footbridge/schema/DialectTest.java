package dev.footbridge.schema;

import static dev.footbridge.schema.Schemas.problems;
import static dev.footbridge.schema.Schemas.schema;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DialectTest {

    private static final String DRAFT_07 = "'$schema':'http://json-schema.org/draft-07/schema#',";
    private static final String DRAFT_2019 = "'$schema':'https://json-schema.org/draft/2019-09/schema',";
    private static final String DRAFT_2020 = "'$schema':'https://json-schema.org/draft/2020-12/schema',";

    @Test
    void withoutADeclarationItIs2020() {
        assertThat(problems("{'prefixItems':[{'type':'string'}]}", "[1]")).isNotEmpty();
        assertThat(problems("{" + DRAFT_2020 + "'prefixItems':[{'type':'string'}]}", "[1]"))
                .isNotEmpty();
    }

    @Test
    void draft07HasItsOwnTuplesDependenciesAndIds() {
        assertThat(problems("{" + DRAFT_07 + "'items':[{'type':'string'}],'additionalItems':false}", "['a']"))
                .isEmpty();
        assertThat(problems("{" + DRAFT_07 + "'items':[{'type':'string'}],'additionalItems':false}", "['a',1]"))
                .containsExactly("/1: is one item too many");
        assertThat(problems("{" + DRAFT_07 + "'dependencies':{'a':['b']}}", "{'a':1}"))
                .isNotEmpty();
        assertThat(problems("{" + DRAFT_07 + "'prefixItems':[false]}", "[1]")).isEmpty();
        assertThat(problems(
                        "{" + DRAFT_07 + "'allOf':[{'$ref':'#t'}],'definitions':{'x':{'$id':'#t','type':'null'}}}",
                        "1"))
                .containsExactly("must be null");
    }

    @Test
    void inDraft07AReferenceHidesItsSiblings() {
        String schema =
                "'properties':{'a':{'$ref':'#/definitions/t','maximum':1}},'definitions':{'t':{'type':'integer'}}}";

        assertThat(problems("{" + DRAFT_07 + schema, "{'a':5}")).isEmpty();
        assertThat(problems("{" + schema, "{'a':5}")).containsExactly("/a: must be at most 1");
    }

    @Test
    void draft2019HasRecursiveReferences() {
        String schema = "{" + DRAFT_2019 + "'$recursiveAnchor':true,'properties':{'n':{'$recursiveRef':'#'}},"
                + "'unevaluatedProperties':false}";

        assertThat(problems(schema, "{'n':{'n':{}}}")).isEmpty();
        assertThat(problems(schema, "{'n':{'m':1}}")).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://json-schema.org/draft-04/schema#", "https://example.com/mine", ""})
    void anUnknownDialectIsRefusedByName(String dialect) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema("{'$schema':'" + dialect + "'}"))
                .withMessage("unknown JSON Schema dialect " + dialect + "; known are 2020-12, 2019-09 and draft-07");
    }

    @Test
    void anUnknownDialectInsideIsRefusedToo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> schema("{'$defs':{'a':{'$id':'a','$schema':'https://example.com/mine'}}}"))
                .withMessageContaining("https://example.com/mine");
        assertThatIllegalArgumentException().isThrownBy(() -> schema("{'$schema':1}"));
    }

    @Test
    void formatIsANote() {
        assertThat(problems("{'format':'email'}", "'x'")).isEmpty();
        assertThat(problems("{" + DRAFT_07 + "'format':'date-time'}", "'x'")).isEmpty();
        assertThat(problems("{" + DRAFT_2019 + "'format':'regex'}", "'('")).isEmpty();
        assertThat(problems("{'contentMediaType':'application/json','contentEncoding':'base64'}", "'%'"))
                .isEmpty();
    }
}
