package io.journeystream.runtime.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** Errors found before a request reaches any handler, such as a header that is too long, are problems too. */
final class JettyErrors extends ErrorHandler {
    private static final int SERVER_ERROR = 500;

    @Override
    public boolean errorPageForMethod(String method) {
        return true;
    }

    @Override
    protected void generateResponse(
            Request request,
            Response response,
            int status,
            @Nullable String message,
            @Nullable Throwable cause,
            Callback callback) {
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, Problem.MEDIA_TYPE);
        response.write(true, ByteBuffer.wrap(body(status, message)), callback);
    }

    private static byte[] body(int status, @Nullable String message) {
        Problem problem = status >= SERVER_ERROR || status < 400
                ? ErrorAnswers.internal(Math.max(status, SERVER_ERROR))
                : Problem.of(
                        status, ErrorAnswers.title(status), message == null ? "the request is malformed" : message);
        return Answers.bytes(problem.body());
    }
}
