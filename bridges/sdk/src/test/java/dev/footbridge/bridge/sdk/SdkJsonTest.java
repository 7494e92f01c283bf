package dev.footbridge.bridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.footbridge.json.JsonObject;
import io.modelcontextprotocol.json.McpJsonDefaults;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SdkJsonTest {

    private final SdkJson json = new SdkJson(McpJsonDefaults.getMapper());

    @Test
    void membersBecomeTheTypesOfTheSdk() {
        Map<String, Object> values = json.map(
                Peer.object("{'i':1,'l':3000000000,'b':123456789012345678901234567890,'d':1.0,'e':1e3,'n':null,"
                        + "'a':[],'o':{}}"));

        assertThat(values)
                .containsEntry("i", 1)
                .containsEntry("l", 3_000_000_000L)
                .containsEntry("b", new BigInteger("123456789012345678901234567890"))
                .containsEntry("d", 1.0)
                .containsEntry("e", 1000.0)
                .containsEntry("n", null);
        assertThat(values.get("a")).isInstanceOf(ArrayList.class);
        assertThat(values.get("o")).isInstanceOf(LinkedHashMap.class);
    }

    @Test
    void everyTypeComesBackAsItWas() {
        Map<String, Object> values = Customer.everyType();

        assertThat(json.map(json.object(values))).isEqualTo(values);
    }

    @Test
    void nothingIsAnObjectWithoutMembers() {
        assertThat(json.object(null)).isEqualTo(JsonObject.EMPTY);
    }

    @Test
    void whatIsNoObjectIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> json.object("text"));
    }
}
