package io.journeystream.local.services;

import io.journeystream.runtime.configuration.Catalogue;
import io.journeystream.runtime.configuration.ConnectionSettings;
import io.journeystream.runtime.configuration.KafkaDefinitions;
import io.journeystream.runtime.configuration.Reference;
import io.journeystream.runtime.configuration.Setting;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.streams.StreamsConfig;

/** Every setting of every service: one file can serve them all. */
public final class AllSettings {
    /** What configuration is read with. */
    public static final Catalogue CATALOGUE = new Catalogue(
            Stream.of(
                            ConnectionSettings.ALL,
                            TopicKeys.ALL,
                            EdgeKeys.ALL,
                            IngestKeys.ALL,
                            ServeKeys.ALL,
                            AlertKeys.ALL,
                            BiKeys.ALL,
                            StreamsKeys.ALL,
                            MonitoringKeys.ALL)
                    .<Setting<?>>flatMap(List::stream)
                    .toList(),
            KafkaDefinitions.with(StreamsConfig.configDef()),
            Stream.of(ConnectionSettings.CONTRADICTIONS, IngestKeys.CONTRADICTIONS, ServeKeys.CONTRADICTIONS)
                    .flatMap(List::stream)
                    .toList());

    private AllSettings() {}

    /** The page {@code docs/configuration.md}. */
    public static String page() {
        try (InputStream page = Objects.requireNonNull(AllSettings.class.getResourceAsStream("configuration.md"))) {
            return new String(page.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{settings}\n", Reference.table(CATALOGUE.settings()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
