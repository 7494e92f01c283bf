package dev.footbridge.policy;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PolicyReaderTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{'mode':'off'}|/policy/mode must be enforce or log_only",
                "{'hide_denied':'yes'}|/policy/hide_denied must be true or false",
                "{'rule':[]}|/policy/rule is not known here",
                "{'rules':{}}|/policy/rules must be a list",
                "{'rules':[1]}|/policy/rules/0 must be an object",
                "{'rules':[{'allow':'*','tools':'*'}]}|/policy/rules/0/id must be there",
                "{'rules':[{'id':'a','tools':'*'}]}|must have either allow or deny",
                "{'rules':[{'id':'a','allow':'*','deny':'*','tools':'*'}]}|must have either allow or deny",
                "{'rules':[{'id':'a','allow':[],'tools':'*'}]}|must not be an empty list",
                "{'rules':[{'id':'a','allow':'bots','tools':'*'}]}|names callers that are not described: bots",
                "{'rules':[{'id':'a','allow':'*'}]}|must name tools, resources or prompts",
                "{'rules':[{'id':'a','allow':'*','tools':[]}]}|must not be an empty list",
                "{'rules':[{'id':'a','deny':'*','tools':'*','scopes':'x'}]}|can have neither scopes nor require",
                "{'rules':[{'id':'a','allow':'*','tools':'*','require':'mfa'}]}|can be bound",
                "{'rules':[{'id':'a','allow':'*','tools':'*','when':[{'arg':'amount','lt':1}]}]}|must be a JSON Pointer",
                "{'rules':[{'id':'a','allow':'*','tools':'*','when':[{'arg':'/a'}]}]}|must have one of: eq",
                "{'rules':[{'id':'a','allow':'*','tools':'*','when':[{'arg':'/a','lt':1,'gt':0}]}]}|must have one of: eq",
                "{'rules':[{'id':'a','allow':'*','tools':'*','when':[{'arg':'/a','lt':'1'}]}]}|cannot be compared so",
                "{'rules':[{'id':'a','allow':'*','tools':'*','when':[{'arg':'/a','eq':[1]}]}]}|cannot be compared so",
                "{'rules':[{'id':'a','allow':'*','tools':'*','when':[{'arg':'/a','in':[]}]}]}|cannot be compared so",
                "{'rules':[{'id':'a','allow':'*','tools':'*','when':[{'arg':'/a','less':1}]}]}|/policy/rules/0/when/0/less is not",
                "{'rules':[{'id':'a','allow':'*','tools':'*','when':[{'address':'10.0.0.0/33'}]}]}|must be ranges",
                "{'rules':[{'id':'a','allow':'*','tools':'*','when':[{'hours':[8,24]}]}]}|must be two hours",
                "{'rules':[{'id':'a','allow':'*','tools':'*','when':[{'day':1}]}]}|must be about arg",
                "{'callers':{'x':{}}}|must say something of these callers",
                "{'callers':{'x':{'auth':'OAUTH_JWT'}}}|must be of: none",
                "{'callers':{'x':{'role':'y'}}}|/policy/callers/x/role is not known here",
            })
    void whatIsNotUnderstoodIsRefusedWithItsPlace(String json, String problem) {
        assertThatThrownBy(() -> PolicyTest.policy(json.replace('\'', '"')))
                .isInstanceOf(PolicyException.class)
                .hasMessageContaining(problem);
    }

    @Test
    void oneMistakeIsNamedOnce() {
        assertThatThrownBy(() -> PolicyTest.policy("{\"rules\":[{\"id\":\"a\",\"allow\":\"*\",\"tools\":5}]}"))
                .hasMessageContaining("/policy/rules/0/tools must be a text")
                .hasMessageNotContaining("must name tools");
        assertThatThrownBy(() -> PolicyTest.policy(when("{\"arg\":\"limit\",\"lte\":10}")))
                .hasMessage(
                        "the policy cannot be used: /policy/rules/0/when/0/arg must be a JSON Pointer such as /amount");
        assertThatThrownBy(() -> PolicyTest.policy(when("{\"arg\":\"/a\",\"lt\":1,\"gt\":0}")))
                .hasMessage(
                        "the policy cannot be used: /policy/rules/0/when/0 must have one of: eq, ne, in, lt, lte, gt, gte, prefix, exists");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '^',
            value = {
                "'id':'a','alow':'*','tools':'*'|/alow is not known here",
                "'id':'a','allow':'*','deny':'*','tools':'*'| must have either allow or deny",
                "'id':'a','allow':'*','tool':'*'|/tool is not known here",
                "'id':'a','allow':'*','tools':'*','when':[{'adress':'::1'}]|/when/0 must be about arg, address or hours",
                "'id':'a','allow':'*','tools':'*','when':[{'arg':'/a','equals':3}]|/when/0/equals is not known here"
            })
    void whatFollowsFromAMistakeIsNotNamedBeside(String rule, String problem) {
        assertThatThrownBy(() -> PolicyTest.policy(("{'rules':[{" + rule + "}]}").replace('\'', '"')))
                .hasMessage("the policy cannot be used: /policy/rules/0" + (problem.startsWith("/") ? "" : " ")
                        + problem.strip());
    }

    @Test
    void hoursOfADayAreSaidToEndBefore24() {
        assertThatThrownBy(() -> PolicyTest.policy(when("{\"hours\":[8,24]}")))
                .hasMessageContaining("must be two hours of the day in UTC, each from 0 to 23, such as [8, 18]");
    }

    private static String when(String condition) {
        return "{\"rules\":[{\"id\":\"a\",\"allow\":\"*\",\"tools\":\"*\",\"when\":[" + condition + "]}]}";
    }

    @Test
    void everyProblemIsNamedAtOnce() {
        assertThatThrownBy(() -> PolicyTest.policy("{\"mode\":1,\"rules\":[{},{\"id\":\"a\"}]}"))
                .hasMessageContaining("/policy/mode")
                .hasMessageContaining("/policy/rules/0")
                .hasMessageContaining("/policy/rules/1");
    }
}
