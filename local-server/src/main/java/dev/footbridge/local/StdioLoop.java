package dev.footbridge.local;

import dev.footbridge.call.Caller;
import dev.footbridge.dispatch.Conversation;
import dev.footbridge.http.Bytes;
import dev.footbridge.json.JsonWriter;
import dev.footbridge.log.Log;
import dev.footbridge.protocol.ErrorCode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BiFunction;

/**
 * One client on a pair of byte streams: a message on each line, UTF-8, nothing else. Run once, by one thread.
 *
 * @see <a href="https://modelcontextprotocol.io/specification/2026-07-28/basic/transports/stdio">stdio</a>
 */
public final class StdioLoop {

    private static final Bytes TOO_LONG = Bytes.of(
            JsonWriter.bytes(AdapterRefusals.rpcError(ErrorCode.INVALID_REQUEST, "The message is too large.")));

    /**
     * Where lines come from and go to.
     *
     * @param maxLineBytes a longer line is skipped to its end and refused
     * @param patience how long running calls may still answer after the end of input, so that requests can be piped in;
     *     a client that is gone for good ends the process itself
     */
    public record Channel(InputStream in, OutputStream out, int maxLineBytes, Duration patience) {}

    private final Channel channel;
    private final Log log;
    private final ReentrantLock lock = new ReentrantLock();
    private boolean broken;

    public StdioLoop(Channel channel, Log log) {
        this.channel = channel;
        this.log = log;
    }

    /**
     * Serves until the input ends or cannot be read.
     *
     * @param converse {@code McpServer::converse}
     */
    public void run(BiFunction<Caller, Conversation.Outlet, Conversation> converse) {
        LineReader lines = new LineReader(channel.in(), channel.maxLineBytes());
        try (Conversation conversation = converse.apply(Caller.ANONYMOUS, this::write)) {
            Optional<LineReader.Line> line = lines.read();
            while (line.isPresent()) {
                take(line.get(), conversation);
                line = lines.read();
            }
            conversation.awaitAnswers(channel.patience());
        } catch (IOException inputGone) {
            log.warn("-", "standard input cannot be read any more");
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    private void take(LineReader.Line line, Conversation conversation) {
        if (line.tooLong()) {
            write(TOO_LONG);
            return;
        }
        Bytes text = withoutReturn(line.text());
        if (text.length() > 0) {
            conversation.receive(text);
        }
    }

    private void write(Bytes message) {
        lock.lock();
        try {
            if (broken) {
                return;
            }
            byte[] line = new byte[message.length() + 1];
            System.arraycopy(message.array(), 0, line, 0, message.length());
            line[message.length()] = '\n';
            channel.out().write(line);
            channel.out().flush();
        } catch (IOException readerGone) {
            broken = true;
        } finally {
            lock.unlock();
        }
    }

    /** Windows clients end lines with CR LF. */
    private static Bytes withoutReturn(Bytes line) {
        int length = line.length();
        if (length == 0 || line.array()[length - 1] != '\r') {
            return line;
        }
        byte[] shorter = new byte[length - 1];
        System.arraycopy(line.array(), 0, shorter, 0, length - 1);
        return Bytes.of(shorter);
    }
}
