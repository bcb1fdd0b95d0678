package io.journeystream.local.sql;

import io.journeystream.registry.SchemaRegistry;
import java.util.Map;

/**
 * Where the topics are.
 *
 * @param kafka {@code bootstrap.servers} and further properties of Kafka's consumer
 */
public record StarSource(Map<String, ?> kafka, SchemaRegistry registry) {}
