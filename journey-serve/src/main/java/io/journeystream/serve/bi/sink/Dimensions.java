package io.journeystream.serve.bi.sink;

import io.journeystream.definitions.Channel;
import io.journeystream.definitions.Definitions;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Types, channels and customers to which facts refer. One for each connection. */
final class Dimensions {
    private final Set<String> knownTypes = new HashSet<>();
    private final Set<String> knownChannels = new HashSet<>();
    private Definitions definitions = Definitions.STANDARD;

    /** Those of a batch that are not there yet, before its facts. */
    void add(Connection connection, Batch batch) throws SQLException {
        Set<String> types = new TreeSet<>(batch.types().keySet());
        types.removeAll(knownTypes);
        Set<String> channels = new TreeSet<>(batch.channels());
        channels.removeAll(knownChannels);
        types(connection, types);
        channels(connection, channels);
        if (!batch.customers().isEmpty()) {
            Sql.update(
                    connection,
                    "insert into bi.dim_customer (customer_id, identifiers, identifier_types)"
                            + " select c, 0, '{}' from unnest(?::text[]) c on conflict do nothing",
                    List.of(new TreeSet<>(batch.customers())));
        }
    }

    /** What was added is there for good, not only in a transaction that may yet fail. */
    void committed(Batch batch) {
        knownTypes.addAll(batch.types().keySet());
        knownChannels.addAll(batch.channels());
    }

    /** From now on these definitions hold. */
    void define(Connection connection, Definitions inForce) throws SQLException {
        definitions = inForce;
        Set<String> types = Sql.texts(connection, "select type from bi.dim_journey_type", List.of());
        inForce.journeys().forEach(journey -> types.add(journey.type()));
        types(connection, types);
        Set<String> channels = Sql.texts(connection, "select channel from bi.dim_channel", List.of());
        channels.addAll(inForce.channels().keySet());
        channels(connection, channels);
        try (Statement statement = connection.createStatement()) {
            statement.execute("delete from bi.definitions");
        }
        Sql.update(
                connection,
                "insert into bi.definitions (definitions_version, currency)"
                        + " select * from unnest(?::text[], ?::text[])",
                List.of(List.of(inForce.version()), List.of(inForce.currency())));
    }

    private void types(Connection connection, Collection<String> types) throws SQLException {
        if (!types.isEmpty()) {
            Sql.update(connection, TypeRows.STATEMENT, TypeRows.of(types, definitions));
        }
    }

    private void channels(Connection connection, Collection<String> names) throws SQLException {
        List<Channel> channels = names.stream().map(definitions::channel).toList();
        if (channels.isEmpty()) {
            return;
        }
        Sql.update(
                connection,
                """
                insert into bi.dim_channel
                    (channel, mode, family, asynchronous, cost_per_contact, cost_per_minute, concurrency)
                select * from unnest(
                    ?::text[], ?::text[], ?::text[], ?::boolean[], ?::numeric[], ?::numeric[], ?::numeric[])
                on conflict (channel) do update set mode = excluded.mode, family = excluded.family,
                    asynchronous = excluded.asynchronous, cost_per_contact = excluded.cost_per_contact,
                    cost_per_minute = excluded.cost_per_minute, concurrency = excluded.concurrency
                """,
                List.of(
                        channels.stream().map(Channel::name).toList(),
                        channels.stream().map(Channel::mode).toList(),
                        channels.stream().map(Channel::family).toList(),
                        channels.stream().map(Channel::asynchronous).toList(),
                        channels.stream().map(Channel::costPerContact).toList(),
                        channels.stream().map(Channel::costPerMinute).toList(),
                        channels.stream().map(Channel::concurrency).toList()));
    }
}
