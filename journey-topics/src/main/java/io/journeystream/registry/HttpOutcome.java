package io.journeystream.registry;

/** What HTTP status and error code of an answer mean, the same for every client. */
final class HttpOutcome {
    private static final int REQUEST_TIMEOUT = 408;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int NOT_FOUND = 404;

    private HttpOutcome() {}

    /** Nothing was said about the request; it may well succeed later. */
    static boolean isOutage(int status) {
        return status >= 500 || status == REQUEST_TIMEOUT || status == TOO_MANY_REQUESTS;
    }

    /**
     * The registry itself says that it has no such thing; a 404 from anybody else (proxy, wrong path) is none.
     *
     * @param errorCode of the registry, 0 if the answer has none
     */
    static boolean isNotFound(int status, int errorCode) {
        return status == NOT_FOUND && errorCode / 100 == NOT_FOUND;
    }

    /** One sentence for the exception. */
    static String refusal(String what, String address, int status, String reason) {
        return what + " was refused by " + address + " (HTTP " + status + "): " + reason;
    }
}
