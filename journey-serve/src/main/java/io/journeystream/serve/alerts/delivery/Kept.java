package io.journeystream.serve.alerts.delivery;

import java.util.List;

/** Where it is kept what was told. */
@FunctionalInterface
interface Kept {

    /**
     * Keeps all of them, or none; returns when they are kept.
     *
     * @return as they are kept: one that is too large is dead
     * @throws io.journeystream.serve.reading.KafkaUnavailable if it is not known whether they are
     */
    List<Telling> keep(List<Telling> tellings);
}
