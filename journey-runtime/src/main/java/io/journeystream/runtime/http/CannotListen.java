package io.journeystream.runtime.http;

/** The address cannot be listened on; the message says why and what to do. */
public final class CannotListen extends RuntimeException {
    private static final long serialVersionUID = 1L;

    CannotListen(HttpSettings settings, Throwable cause) {
        super(
                "cannot listen on " + settings.host() + ":" + settings.port() + ": " + reason(cause)
                        + "; choose another port (for ingest and serve --port, for streams --monitoring-port), or end the program that uses it",
                cause);
    }

    private static String reason(Throwable cause) {
        Throwable last = cause;
        while (last.getCause() != null) {
            last = last.getCause();
        }
        return String.valueOf(last.getMessage());
    }
}
