package dev.footbridge.aws.runtime;

import java.io.IOException;

/** Where the answer to one invocation goes: whole or as a stream, once. */
public interface Responder {

    void whole(byte[] json) throws IOException;

    /** Where nothing can be streamed it fails with {@link UnsupportedOperationException}. */
    ResponseStream stream() throws IOException;
}
