package dev.footbridge.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.Socket;
import java.net.SocketException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class ClientSocketTest {

    private final Socket raw = new RequestsTarget.Recorded(new byte[] {'G'});
    private final ClientSocket socket = new ClientSocket(raw, Limits.DEFAULTS);

    @BeforeEach
    void open() throws Exception {
        socket.open();
    }

    @Test
    void whatHasBeenGivenAwayIsClosedAndReadsNoRequest() {
        socket.giveAway(socket.silentSince().orElseThrow());

        assertThat(raw.isClosed()).isTrue();
        assertThat(socket.silentSince()).isEmpty();
        assertThatThrownBy(() -> socket.read(new byte[1])).isInstanceOf(SocketException.class);
    }

    @Test
    void requestThatHasBegunMeanwhileIsNotGivenAway() throws Exception {
        long since = socket.silentSince().orElseThrow();
        assertThat(socket.read(new byte[1])).isEqualTo(1);

        assertThat(socket.silentSince()).isEmpty();
        socket.giveAway(since);
        assertThat(raw.isClosed()).isFalse();

        socket.rest(Limits.DEFAULTS.idleTime());
        socket.giveAway(since);
        assertThat(raw.isClosed()).isFalse();
        assertThat(socket.silentSince()).isPresent();
    }
}
