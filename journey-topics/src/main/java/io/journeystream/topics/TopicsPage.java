package io.journeystream.topics;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.Schema.Field;
import org.apache.kafka.common.config.TopicConfig;

/** The page {@code docs/topics.md}: every topic as its schema documents it. */
public final class TopicsPage {
    private static final String HEAD = """
            # Topics

            What lies in Kafka, for whoever reads it. Values are Avro in the Confluent wire format, subject `<topic>-value` (the internal ones excepted); keys are text. Schemas only change so that new readers read old records ([schemas/](../schemas)).
            What the terms mean is in [semantics.md](semantics.md). This page is printed by `./journey topics describe`; a test holds the two equal.
            """;

    private TopicsPage() {}

    /** All topics, in Markdown. */
    public static String markdown() {
        StringBuilder page = new StringBuilder(HEAD);
        Topics.ALL.forEach(topic -> page.append('\n').append(section(topic)));
        return page.toString();
    }

    private static String section(Topic<?, ?> topic) {
        StringBuilder text = new StringBuilder("## " + topic.name() + "\n\n");
        if (topic.value() instanceof Format.Avro<?> avro) {
            Schema schema = avro.published();
            text.append(schema.getDoc())
                    .append(' ')
                    .append(kept(topic.keeping()))
                    .append("\n\n");
            records(schema).forEach(record -> text.append(table(record, record.equals(schema))));
        } else {
            text.append(
                    "Internal: what one partition of stitching has to say to another. Kept until it is read, then deleted"
                            + " by its reader.\n");
        }
        return text.toString();
    }

    private static String kept(Keeping keeping) {
        String cleanup = keeping.configuration().get(TopicConfig.CLEANUP_POLICY_CONFIG);
        if (TopicConfig.CLEANUP_POLICY_COMPACT.equals(cleanup)) {
            return "Kept: the last record of each key, for ever.";
        }
        long retention = Long.parseLong(keeping.configuration().getOrDefault(TopicConfig.RETENTION_MS_CONFIG, "-1"));
        return retention < 0
                ? "Kept: every record, for ever."
                : "Kept: every record, for " + Duration.ofMillis(retention).toDays() + " days.";
    }

    /** The record and those within, in order of appearance. */
    private static List<Schema> records(Schema schema) {
        Set<Schema> found = new LinkedHashSet<>();
        collect(schema, found);
        return new ArrayList<>(found);
    }

    private static void collect(Schema schema, Set<Schema> found) {
        switch (schema.getType()) {
            case RECORD -> {
                if (found.add(schema)) {
                    schema.getFields().forEach(field -> collect(field.schema(), found));
                }
            }
            case ARRAY -> collect(schema.getElementType(), found);
            case MAP -> collect(schema.getValueType(), found);
            case UNION -> schema.getTypes().forEach(branch -> collect(branch, found));
            default -> {}
        }
    }

    private static String table(Schema record, boolean isTop) {
        StringBuilder text = new StringBuilder();
        if (!isTop) {
            text.append("\n**")
                    .append(record.getName())
                    .append("**: ")
                    .append(record.getDoc())
                    .append("\n\n");
        }
        text.append("| field | type | meaning |\n|---|---|---|\n");
        for (Field field : record.getFields()) {
            text.append("| `%s` | %s | %s |\n".formatted(field.name(), type(field.schema()), cell(field.doc())));
        }
        return text.toString();
    }

    private static String cell(String text) {
        return text.replace("|", "\\|");
    }

    private static String type(Schema schema) {
        if (schema.getLogicalType() instanceof LogicalTypes.Decimal decimal) {
            return "decimal, " + decimal.getScale() + " places";
        }
        if (schema.getLogicalType() != null) {
            return schema.getLogicalType().getName();
        }
        return switch (schema.getType()) {
            case UNION ->
                schema.getTypes().stream()
                        .map(branch -> branch.getType() == Schema.Type.NULL ? "null" : type(branch))
                        .collect(Collectors.joining(" or "));
            case ARRAY -> "list of " + type(schema.getElementType());
            case MAP -> "map of text to " + type(schema.getValueType());
            case RECORD -> schema.getName();
            case ENUM -> String.join(", ", schema.getEnumSymbols());
            case STRING -> "text";
            default -> schema.getType().getName();
        };
    }
}
