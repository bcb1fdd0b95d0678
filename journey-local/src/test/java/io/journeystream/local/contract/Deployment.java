package io.journeystream.local.contract;

import io.journeystream.serve.bi.schema.DatabaseAccess;
import java.net.URI;

/** A pipeline that runs somewhere, as its users reach it: ingest, two instances of streams,
 * alerts, and the star in PostgreSQL. */
interface Deployment extends AutoCloseable {
    /** How far ahead of the clock the contract may tick, as a setting. */
    String FUTURE_TOLERANCE = "1d";

    URI ingest();

    /** An API key of ingest. */
    String key();

    String bootstrapServers();

    String registryUrl();

    /** The database that holds the star. */
    DatabaseAccess database();

    /** Takes one instance of streams away as kill -9 does, and starts another in its place. */
    void replaceStreams() throws Exception;

    @Override
    void close();
}
