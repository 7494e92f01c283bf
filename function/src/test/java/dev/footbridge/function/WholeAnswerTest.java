package dev.footbridge.function;

import static org.assertj.core.api.Assertions.assertThat;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.EventStream;
import dev.footbridge.http.HttpResponse;
import dev.footbridge.http.LateBody;
import dev.footbridge.http.ServerEvent;
import dev.footbridge.log.Log;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class WholeAnswerTest {

    private final List<String> logged = new ArrayList<>();
    private final Log log = (level, id, message, cause) -> logged.add(level + " " + id + " " + message);

    @Test
    void whatIsThereIsTheAnswer() {
        HttpResponse there = HttpResponse.text(200, "there");

        assertThat(WholeAnswer.of(there, "call-1", log)).isSameAs(there);
    }

    @Test
    void aLateAnswerKeepsTheHeadersThatWereHeld() {
        HttpResponse answer = of(reply -> reply.whole(HttpResponse.text(404, "none")));

        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.headers().single("x-held")).hasValue("1");
        assertThat(answer.body()).isEqualTo(Bytes.utf8("none"));
    }

    @Test
    void eventsComeTogether() {
        ServerEvent one = ServerEvent.of("1");
        ServerEvent two = ServerEvent.of("2");

        HttpResponse answer = of(reply -> {
            EventStream stream = reply.stream();
            assertThat(stream.send(one)).isTrue();
            assertThat(stream.keepAlive()).isTrue();
            assertThat(stream.send(two)).isTrue();
        });

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.headers().single("content-type")).hasValue("text/event-stream");
        assertThat(answer.headers().single("x-held")).hasValue("1");
        assertThat(answer.body()).isEqualTo(Bytes.utf8(one.wireText() + two.wireText()));
    }

    @Test
    void anAnswerThatNeverComesIsAnError() {
        HttpResponse answer = of(reply -> {});

        assertThat(answer.status()).isEqualTo(500);
        assertThat(((Bytes) answer.body()).asUtf8()).contains("call-1");
        assertThat(logged).containsExactly("ERROR call-1 a late answer never came");
    }

    private HttpResponse of(LateBody body) {
        return WholeAnswer.of(HttpResponse.late(body).with("x-held", "1"), "call-1", log);
    }
}
