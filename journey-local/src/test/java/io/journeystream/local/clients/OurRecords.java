package io.journeystream.local.clients;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.health.HealthFigures;
import io.journeystream.journeys.Journey;
import io.journeystream.local.stitching.Published;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.topics.Topic;
import io.journeystream.topics.Topics;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;

/** What our own readers see of what is published, to be compared with what others see. */
record OurRecords(String bootstrapServers, SchemaRegistry registry) {
    /** Where a line tells of money. */
    static final String MONEY = "money";

    /** All records of some topics. */
    List<Told> of(List<? extends Topic<String, ?>> topics) {
        List<Told> told = new ArrayList<>();
        topics.forEach(topic -> told.addAll(of(topic)));
        return told;
    }

    /** All records of a topic. */
    List<Told> of(Topic<String, ?> topic) {
        List<Told> told = new ArrayList<>();
        Published.read(bootstrapServers, registry, topic, (key, value) -> {
            told.add(Told.of(topic.name(), key, (SpecificRecord) Objects.requireNonNull(value)));
        });
        return told;
    }

    List<Journey> journeys() {
        List<Journey> all = new ArrayList<>();
        Published.read(bootstrapServers, registry, all::add);
        return all;
    }

    /** What each record of health says of money, as numbers; the squares need more than 64 bits. */
    List<String> money() {
        List<String> lines = new ArrayList<>();
        Published.read(bootstrapServers, registry, Topics.HEALTH, (key, cell) -> {
            HealthFigures figures = Objects.requireNonNull(cell).getProvisional();
            BigDecimal squared = figures.getByChannelCount().get(0).getCostSquared();
            assertThat(squared.unscaledValue()).isGreaterThan(BigInteger.valueOf(Long.MAX_VALUE));
            lines.add(String.join("\t", MONEY, key, figures.getCost().toPlainString(), squared.toPlainString()));
        });
        return lines;
    }
}
