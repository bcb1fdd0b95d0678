package io.journeystream.serve.bi.sink;

import io.journeystream.serve.bi.star.Star;
import io.journeystream.serve.bi.star.Table;

/** Rows that a record of the same key replaces, or that leave with it. */
enum Replaced {
    /** By journey id; what hangs on a journey leaves with it. Says whose journeys have left. */
    JOURNEYS("""
            with gone as (delete from bi.journey_place where journey_id = any (?) returning journey_id, started_at),
                legs as (delete from bi.fact_leg l using gone g
                    where l.journey_id = g.journey_id and l.journey_started_at = g.started_at),
                contacts as (delete from bi.fact_contact c using gone g
                    where c.journey_id = g.journey_id and c.journey_started_at = g.started_at),
                surveys as (delete from bi.fact_survey s using gone g
                    where s.journey_id = g.journey_id and s.journey_started_at = g.started_at),
                switches as (delete from bi.fact_switch w using gone g
                    where w.journey_id = g.journey_id and w.journey_started_at = g.started_at)
            delete from bi.fact_journey j using gone g
            where j.journey_id = g.journey_id and j.started_at = g.started_at
            returning j.customer_id
            """, 1),
    /** By cell and cohort. */
    HEALTH("""
            delete from bi.agg_health h using unnest(?::text[], ?::timestamptz[]) as g (cell, cohort)
            where h.cell = g.cell and h.cohort = g.cohort
            returning null
            """, 2),
    /** By edge and day. */
    FLOWS("""
            delete from bi.agg_flow f using unnest(?::text[], ?::date[]) as g (edge, day)
            where f.edge = g.edge and f.day = g.day
            returning null
            """, 2),
    /** By partition, offset and start. */
    CORRECTIONS("""
            delete from bi.fact_correction c
            using unnest(?::integer[], ?::bigint[], ?::timestamptz[]) as g (kafka_partition, kafka_offset, started_at)
            where c.kafka_partition = g.kafka_partition and c.kafka_offset = g.kafka_offset
                and c.started_at = g.started_at
            returning null
            """, 3),
    /** By fingerprint. */
    ALERTS("delete from bi.fact_alert where fingerprint = any (?) returning null", 1),
    /** By hash in hex. Says whom they have named. */
    IDENTIFIERS("""
            delete from bi.identifier i using unnest(?::text[]) as g (hash)
            where i.identifier_hash = decode(g.hash, 'hex')
            returning i.customer_id
            """, 1);

    private final String delete;
    private final int keys;

    Replaced(String delete, int keys) {
        this.delete = delete;
        this.keys = keys;
    }

    /** Whose rows leave. */
    Table table() {
        return switch (this) {
            case JOURNEYS -> Star.JOURNEYS;
            case HEALTH -> Star.HEALTH;
            case FLOWS -> Star.FLOWS;
            case CORRECTIONS -> Star.CORRECTIONS;
            case ALERTS -> Star.ALERTS;
            case IDENTIFIERS -> Star.IDENTIFIERS;
        };
    }

    /** The statement, with an array of texts for each part of the key. */
    String delete() {
        return delete;
    }

    /** How many parts a key has. */
    int keys() {
        return keys;
    }
}
