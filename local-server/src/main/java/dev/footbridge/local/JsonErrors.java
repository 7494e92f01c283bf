package dev.footbridge.local;

import dev.footbridge.http.Bytes;
import dev.footbridge.http.HttpResponse;
import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** Answers what Jetty itself refuses with our kind of body instead of a page that names the server software. */
final class JsonErrors implements Request.Handler {

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        Object cause = request.getAttribute(ErrorHandler.ERROR_EXCEPTION);
        int status = cause instanceof HttpException refused ? refused.getCode() : response.getStatus();
        HttpResponse answer = AdapterRefusals.unreadable(status);
        HttpCodec.head(response, answer.status(), answer.headers());
        response.write(true, ByteBuffer.wrap(((Bytes) answer.body()).array()), callback);
        return true;
    }
}
