package io.journeystream.serve.alerts.targets;

/** How one target is told of a notice; several threads may do so at once. */
interface Sending {

    /**
     * Sends it, however long that takes.
     *
     * @param attempt is told what is waited for
     * @throws NotSent if it does not come so far
     */
    Sent send(Notice notice, Attempt attempt) throws NotSent;
}
