package io.journeystream.serve.alerts.targets;

/** A way has ended before its end: nothing was sent, or nobody has said that it arrived. */
final class NotSent extends Exception {
    private final transient Sent sent;

    private NotSent(String why, Sent sent) {
        super(why);
        this.sent = sent;
    }

    /** @param why a sentence without secrets */
    static NotSent yet(String why) {
        return new NotSent(why, new Sent.Failed(why, null));
    }

    /** @param why a sentence without secrets */
    static NotSent ever(String why) {
        return new NotSent(why, new Sent.Refused(why));
    }

    Sent sent() {
        return sent;
    }
}
