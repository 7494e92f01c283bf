package dev.footbridge.local;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** A client's socket that, when told to, sends what it is given a byte every 200 ms. */
final class Dripping extends Socket {
    private volatile boolean drips;

    Dripping(int port) throws IOException {
        super(InetAddress.getLoopbackAddress(), port);
    }

    void dripFromNowOn() {
        drips = true;
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        OutputStream all = super.getOutputStream();
        return new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                all.write(one);
            }

            @Override
            public void write(byte[] bytes, int from, int count) throws IOException {
                if (!drips) {
                    all.write(bytes, from, count);
                    return;
                }
                for (int i = from; i < from + count; i++) {
                    all.write(bytes[i]);
                    LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
                }
            }
        };
    }
}
