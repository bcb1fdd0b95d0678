package io.journeystream.serve.bi.topics;

/** There is more than can be taken at once; the message says of what, and what would help. */
public final class BeyondMeans extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BeyondMeans(String message) {
        super(message);
    }
}
