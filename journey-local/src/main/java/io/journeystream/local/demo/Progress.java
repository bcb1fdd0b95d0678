package io.journeystream.local.demo;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.journeystream.local.Failure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;

/**
 * How far a demo has come, kept in its data directory.
 *
 * @param seed of the simulation
 * @param start simulated time at which it began
 * @param position simulated time up to which all that arrived is kept in Kafka
 */
record Progress(long seed, Instant start, Instant position) {
    private static final String FILE = "demo.json";
    private static final ObjectMapper JSON = new ObjectMapper();

    /** What an earlier demo left there; empty if there was none. */
    static Optional<Progress> in(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            var json = JSON.readTree(Files.readAllBytes(file));
            return Optional.of(new Progress(
                    json.path("seed").asLong(),
                    Instant.parse(json.path("start").asText()),
                    Instant.parse(json.path("position").asText())));
        } catch (JacksonException | DateTimeException e) {
            throw new Failure(
                    file + " is damaged; delete " + directory + " or choose another directory with --data", e);
        }
    }

    /** Keeps it there, as a whole. */
    void saveIn(Path directory) throws IOException {
        ObjectNode json = JSON.createObjectNode();
        json.put("seed", seed).put("start", start.toString()).put("position", position.toString());
        Path part = directory.resolve(FILE + ".part");
        Files.write(part, JSON.writeValueAsBytes(json));
        Files.move(part, directory.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    Progress at(Instant newPosition) {
        return new Progress(seed, start, newPosition);
    }
}
