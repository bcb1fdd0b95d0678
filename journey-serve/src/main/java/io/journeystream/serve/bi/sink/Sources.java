package io.journeystream.serve.bi.sink;

import io.journeystream.serve.bi.feeds.Feeds;
import io.journeystream.serve.bi.schema.DatabaseRefused;
import io.journeystream.serve.reading.KafkaUnavailable;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.TimeoutException;

/** The topics that the rows come from: the same ones as ever, or nothing in the database would be true. */
final class Sources {
    static final String START_OVER =
            "Start over with ./journey bi run --from-beginning, which empties the star and reads all topics again";

    private Sources() {}

    /**
     * Holds the topics against those of the rows; those that are new are noted.
     *
     * @throws DatabaseRefused if a topic is another one now
     * @throws KafkaUnavailable if Kafka does not answer, or has no such topic
     */
    static void check(Admin admin, Connection connection) throws SQLException {
        Map<String, String> known = known(connection);
        for (Map.Entry<String, String> found : ids(admin).entrySet()) {
            String id = known.get(found.getKey());
            if (id == null) {
                note(connection, found.getKey(), found.getValue());
            } else if (!id.equals(found.getValue())) {
                throw new DatabaseRefused(
                        "topic " + found.getKey() + " is not the one that the rows in the database come"
                                + " from: it was made anew, or this is another Kafka. " + START_OVER);
            }
        }
        connection.commit();
    }

    private static Map<String, String> ids(Admin admin) {
        List<String> topics =
                Feeds.ALL.stream().map(feed -> feed.topic().name()).toList();
        try {
            Map<String, TopicDescription> found =
                    admin.describeTopics(topics).allTopicNames().get();
            Map<String, String> ids = new TreeMap<>();
            found.forEach((name, topic) -> ids.put(name, topic.topicId().toString()));
            return ids;
        } catch (ExecutionException e) {
            throw new KafkaUnavailable(
                    e.getCause() instanceof TimeoutException
                            ? "Kafka does not answer: see whether it runs there"
                            : "Kafka does not describe the topics (" + e.getMessage()
                                    + "): ./journey topics create makes those that are missing",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaUnavailable("interrupted while asking Kafka", e);
        }
    }

    private static Map<String, String> known(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select topic, topic_id from bi.sink_topic")) {
            Map<String, String> known = new HashMap<>();
            while (rows.next()) {
                known.put(rows.getString(1), rows.getString(2));
            }
            return known;
        }
    }

    private static void note(Connection connection, String topic, String id) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("insert into bi.sink_topic (topic, topic_id) values (?, ?)")) {
            statement.setString(1, topic);
            statement.setString(2, id);
            statement.executeUpdate();
        }
    }
}
