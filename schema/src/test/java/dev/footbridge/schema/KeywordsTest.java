package dev.footbridge.schema;

import static dev.footbridge.schema.Schemas.problems;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeywordsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'type':'string'} | 'x' | 1 | must be a string",
                "{'type':'integer'} | 1.0 | 1.5 | must be a whole number",
                "{'type':'integer'} | 1e30 | 1e-30 | must be a whole number",
                "{'type':'number'} | 1.5 | true | must be a number",
                "{'type':'boolean'} | false | 0 | must be true or false",
                "{'type':'null'} | null | 0 | must be null",
                "{'type':'array'} | [] | {} | must be an array",
                "{'type':'object'} | {} | [] | must be an object",
                "{'type':['string','null']} | null | 1 | must be a string or null",
                "{'enum':[1,'a',null]} | 1.0 | 'b' | must be one of [1,\"a\",null]",
                "{'enum':[0.50]} | 0.5 | 0.51 | must be one of [0.5]",
                "{'const':{'a':[1,0.5]}} | {'a':[1.0,0.50]} | {'a':[]} | must be exactly {\"a\":[1,0.5]}",
                "{'minimum':5} | 5 | 4.9 | must be at least 5",
                "{'maximum':5} | 5.0 | 6 | must be at most 5",
                "{'exclusiveMinimum':5} | 5.1 | 5 | must be more than 5",
                "{'exclusiveMaximum':5} | 4 | 5.0 | must be less than 5",
                "{'multipleOf':0.01} | 4.02 | 4.021 | must be a multiple of 0.01",
                "{'minLength':2} | '😀😀' | '😀' | must have at least 2 characters",
                "{'maxLength':1} | '😀' | 'ab' | must have at most 1 characters",
                "{'pattern':'[0-9]'} | 'a1b' | 'ab' | must match the pattern \"[0-9]\"",
                "{'minItems':1} | [1] | [] | must have at least 1 items",
                "{'maxItems':1} | [1] | [1,2] | must have at most 1 items",
                "{'uniqueItems':true} | [1,2] | [1,1.0] | must not have the same item twice",
                "{'minProperties':1} | {'a':1} | {} | must have at least 1 members",
                "{'maxProperties':1} | {'a':1} | {'a':1,'b':2} | must have at most 1 members",
                "{'required':['a/b']} | {'a/b':null} | {} | /a~1b: is missing",
                "{'contains':{'type':'null'}} | [1,null] | [1] "
                        + "| has too few or too many items that fit {\"type\":\"null\"}",
                "{'contains':{'const':1},'maxContains':1} | [1] | [1,1] "
                        + "| has too few or too many items that fit {\"const\":1}",
                "{'not':{'type':'string'}} | 1 | 'a' | must not fit {\"type\":\"string\"}",
                "{'oneOf':[{'type':'integer'},{'minimum':2}]} | 1 | 3 "
                        + "| must fit exactly one of [{\"type\":\"integer\"},{\"minimum\":2}]",
                "{'allOf':[{'minimum':2},{'maximum':3}]} | 2 | 4 | must be at most 3",
                "{'anyOf':[{'minimum':5}]} | 5 | 1 "
                        + "| must be at least 5, or the value must take another of the allowed forms",
                "{'if':{'type':'string'},'then':{'minLength':1},'else':{'minimum':1}} | 'a' | '' "
                        + "| must have at least 1 characters",
                "{'if':{'type':'string'},'then':{'minLength':1},'else':{'minimum':1}} | 1 | 0 | must be at least 1",
            })
    void aKeywordTakesWhatFitsAndRefusesTheRest(String schema, String good, String bad, String problem) {
        assertThat(problems(schema, good)).isEmpty();
        assertThat(problems(schema, bad)).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'properties':{'a':{'type':'string'}}} | {'a':'x','b':1} | {'a':1} | /a: must be a string",
                "{'properties':{'a':true},'additionalProperties':false} | {'a':1} | {'b':1} "
                        + "| /b: is not a known member",
                "{'additionalProperties':{'type':'null'}} | {'a':null} | {'a':1} | /a: must be null",
                "{'patternProperties':{'^x':{'type':'null'}}} | {'y':1,'x1':null} | {'x1':1} | /x1: must be null",
                "{'patternProperties':{'^x':false}} | {'y':1} | {'x':1} | /x: is not allowed here",
                "{'propertyNames':{'maxLength':1}} | {'a':1} | {'ab':1} "
                        + "| /ab: has a name that is not allowed; names must fit {\"maxLength\":1}",
                "{'prefixItems':[{'type':'string'}]} | ['a',1] | [1] | /0: must be a string",
                "{'prefixItems':[true],'items':false} | [1] | [1,2] | /1: is one item too many",
                "{'items':{'type':'string'}} | ['a'] | ['a',1] | /1: must be a string",
                "{'dependentRequired':{'a':['b']}} | {'a':1,'b':2} | {'a':1} "
                        + "| /b: is missing; another member needs it",
                "{'dependentSchemas':{'a':{'required':['b']}}} | {'b':1} | {'a':1} | /b: is missing",
                "{'allOf':[{'properties':{'a':true}}],'unevaluatedProperties':false} | {'a':1} | {'b':1} "
                        + "| /b: is not a known member",
                "{'prefixItems':[true],'unevaluatedItems':false} | [1] | [1,2] | /1: is one item too many",
                "{'$ref':'#/$defs/t','$defs':{'t':{'type':'string'}}} | 'a' | 1 | must be a string",
                "{'$ref':'#/$defs/t','maximum':5,'$defs':{'t':{'type':'integer'}}} | 5 | 6 | must be at most 5",
                "{'$ref':'#t','$defs':{'x':{'$anchor':'t','type':'string'}}} | 'a' | 1 | must be a string",
                "{'$id':'https://a.example/r','$ref':'i','$defs':{'x':{'$id':'i','type':'string'}}} | 'a' | 1 "
                        + "| must be a string",
                "{'$id':'urn:example:r','$ref':'urn:example:r#/$defs/x','$defs':{'x':{'type':'string'}}} | 'a' | 1 "
                        + "| must be a string",
                "{'properties':{'next':{'$ref':'#'},'v':{'type':'integer'}}} | {'next':{'next':{'v':1}}} "
                        + "| {'next':{'next':{'v':'x'}}} | /next/next/v: must be a whole number",
                "{'properties':{'const':{'type':'string'},'$ref':{'type':'string'}}} | {'const':'a','$ref':'b'} "
                        + "| {'const':'a','$ref':1} | /$ref: must be a string",
            })
    void membersAndItemsAreNamed(String schema, String good, String bad, String problem) {
        assertThat(problems(schema, good)).isEmpty();
        assertThat(problems(schema, bad)).containsExactly(problem);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'kind':'strict','children':[{'kind':'strict'}]} | true",
                "{'kind':'strict','children':[{'kind':'strict','extra':1}]} | false",
                "{'kind':'strict','children':[{'children':[{'extra':1}]}]} | false",
            })
    void aDynamicReferenceFindsTheOutermostAnchor(String value, boolean fits) {
        String schema = "{'$id':'https://a.example/strict','$dynamicAnchor':'node','$ref':'tree',"
                + "'unevaluatedProperties':false,'$defs':{'tree':{'$id':'tree','$dynamicAnchor':'node',"
                + "'type':'object','properties':{'kind':true,"
                + "'children':{'type':'array','items':{'$dynamicRef':'#node'}}}}}}";

        assertThat(problems(schema, value).isEmpty()).isEqualTo(fits);
    }
}
