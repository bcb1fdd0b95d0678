package io.journeystream.streams.health;

import org.jspecify.annotations.Nullable;

/** One kind of what health publishes: how its sums are added, and the record that they become. For one thread only. */
interface Published {
    /** Its topic. */
    Told.To to();

    /**
     * Adds a difference.
     *
     * @return null if nothing is left
     */
    byte @Nullable [] sum(byte[] before, byte[] difference);

    /**
     * As the topic holds it.
     *
     * @param name without the letter that tells kinds apart
     */
    byte[] record(String name, byte[] sums);
}
