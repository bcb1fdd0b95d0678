package io.journeystream.serve.alerts.delivery;

import java.util.Collection;

/** Where it is kept what was told. */
@FunctionalInterface
interface Kept {

    /**
     * Keeps all of them, or none; returns when they are kept.
     *
     * @throws io.journeystream.serve.reading.KafkaUnavailable if it is not known whether they are
     */
    void keep(Collection<Telling> tellings);
}
