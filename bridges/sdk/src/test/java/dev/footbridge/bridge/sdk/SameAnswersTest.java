package dev.footbridge.bridge.sdk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The same specifications, served by the SDK's own server and by ours, to the SDK's own client at 2025-11-25. */
class SameAnswersTest {

    @Test
    void specificationsWithAnExchangeAnswerAsInTheSdksServer() throws Exception {
        try (SdkServer theirs = SdkServer.streamable();
                OurServer ours = OurServer.streamable();
                Customer there = new Customer(theirs.port());
                Customer here = new Customer(ours.port())) {
            Map<String, Object> expected = there.buyEverything();

            assertThat(here.buyEverything()).containsExactlyEntriesOf(expected).hasSize(18);
        }
    }

    @Test
    void statelessSpecificationsAnswerAsInTheSdksServer() throws Exception {
        try (SdkServer theirs = SdkServer.stateless();
                OurServer ours = OurServer.stateless();
                Customer there = new Customer(theirs.port());
                Customer here = new Customer(ours.port())) {
            Map<String, Object> expected = there.buyEverything();

            assertThat(here.buyEverything()).containsExactlyEntriesOf(expected).hasSize(18);
        }
    }

    @Test
    void handlersTalkToTheClientAsInTheSdksServer() throws Exception {
        try (SdkServer theirs = SdkServer.streamable();
                OurServer ours = OurServer.streamable();
                Customer there = new Customer(theirs.port());
                Customer here = new Customer(ours.port())) {
            Map<String, Object> expected = there.talk();

            assertThat(here.talk()).containsExactlyEntriesOf(expected).hasSize(8);
        }
    }
}
