package io.journeystream.serve.alerts.targets;

/** The way to one target. For one thread at a time. */
public interface Channel extends AutoCloseable {

    /** Sends a notice, and waits for what the target says; ends within half a minute. */
    Sent send(Notice notice);

    @Override
    void close();
}
