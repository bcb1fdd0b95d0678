package io.journeystream.serve.bi.sink;

import io.journeystream.definitions.Definitions;
import io.journeystream.definitions.JourneyDefinition;
import io.journeystream.serve.bi.feeds.ChannelRows;
import io.journeystream.serve.bi.feeds.TypeRows;
import io.journeystream.serve.bi.star.StoredText;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Types, channels and customers to which facts refer. One for each connection. */
final class Dimensions {
    private static final String TYPES = upsert("dim_journey_type", TypeRows.COLUMNS, Dimensions::typeKind);
    private static final String CHANNELS = upsert("dim_channel", ChannelRows.COLUMNS, Dimensions::channelKind);

    private final Set<String> knownTypes = new HashSet<>();
    private final Set<String> knownChannels = new HashSet<>();
    private Definitions definitions = Definitions.STANDARD;

    /** Those of a batch that are not there yet, before its facts. */
    void add(Connection connection, Batch batch) throws SQLException {
        Set<String> types = new TreeSet<>(batch.types());
        types.removeAll(knownTypes);
        Set<String> channels = new TreeSet<>(batch.channels());
        channels.removeAll(knownChannels);
        add(connection, types, channels);
        if (!batch.customers().isEmpty()) {
            Sql.update(
                    connection,
                    "insert into bi.dim_customer (customer_id, identifiers, identifier_types)"
                            + " select c, 0, '{}' from unnest(?::text[]) c on conflict do nothing",
                    List.of(new TreeSet<>(batch.customers())));
        }
    }

    /** These types and channels. */
    void add(Connection connection, Set<String> types, Set<String> channels) throws SQLException {
        types(connection, types);
        channels(connection, channels);
    }

    /** What was added is there for good, not only in a transaction that may yet fail. */
    void committed(Batch batch) {
        knownTypes.addAll(batch.types());
        knownChannels.addAll(batch.channels());
    }

    /** From now on these definitions hold. */
    void define(Connection connection, Definitions inForce) throws SQLException {
        definitions = inForce;
        types(
                connection,
                withThose(
                        "select type from bi.dim_journey_type",
                        connection,
                        inForce.journeys().stream().map(JourneyDefinition::type)));
        channels(
                connection,
                withThose("select channel from bi.dim_channel", connection, inForce.channels().keySet().stream()));
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from bi.definitions");
        }
        Sql.update(
                connection,
                "insert into bi.definitions (definitions_version, currency)"
                        + " select * from unnest(?::text[], ?::text[])",
                List.of(List.of(inForce.version()), List.of(inForce.currency())));
    }

    /** Names that are there, and others by their whole names, though they may be there cut. */
    private static Collection<String> withThose(String there, Connection connection, Stream<String> others)
            throws SQLException {
        Map<String, String> byStored = new TreeMap<>();
        Sql.texts(connection, there, List.of()).forEach(name -> byStored.put(name, name));
        others.forEach(name -> byStored.put(StoredText.of(name), name));
        return byStored.values();
    }

    private void types(Connection connection, Collection<String> types) throws SQLException {
        if (!types.isEmpty()) {
            Sql.update(connection, TYPES, TypeRows.of(types, definitions));
        }
    }

    private void channels(Connection connection, Collection<String> names) throws SQLException {
        if (!names.isEmpty()) {
            Sql.update(connection, CHANNELS, ChannelRows.of(names, definitions));
        }
    }

    private static String typeKind(String column) {
        return column.startsWith(TypeRows.TARGET) ? "double precision" : column.equals("defined") ? "boolean" : "text";
    }

    private static String channelKind(String column) {
        return switch (column) {
            case "asynchronous" -> "boolean";
            case "cost_per_contact", "cost_per_minute", "concurrency" -> "numeric";
            default -> "text";
        };
    }

    /** Takes an array of texts for each column, the first of which is the key; what is there is replaced. */
    private static String upsert(String table, List<String> columns, UnaryOperator<String> kind) {
        String key = columns.get(0);
        return "insert into bi." + table + " (" + String.join(", ", columns) + ") select * from unnest("
                + columns.stream()
                        .map(column -> "?::" + kind.apply(column) + "[]")
                        .collect(Collectors.joining(", "))
                + ") on conflict (" + key + ") do update set "
                + columns.stream()
                        .filter(column -> !column.equals(key))
                        .map(column -> column + " = excluded." + column)
                        .collect(Collectors.joining(", "));
    }
}
