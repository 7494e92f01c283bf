package dev.footbridge.aws.program;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** A streamed answer for the eye: the zero bytes between its head and its body are a new line. */
final class ReadableStream extends FilterOutputStream {

    private boolean parted;

    ReadableStream(OutputStream out) {
        super(out);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        for (int at = from; at < from + length; at++) {
            write(bytes[at]);
        }
    }

    @Override
    public void write(int letter) throws IOException {
        if (letter != 0) {
            out.write(letter);
        } else if (!parted) {
            parted = true;
            out.write('\n');
        }
    }
}
