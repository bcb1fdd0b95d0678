package io.journeystream.serve.bi.sink;

import io.journeystream.registry.SchemaRegistry;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.TopicPartition;

/**
 * One life of the sink, from taking its turn to the first failure. While one batch is written, the next is read. Whatever
 * fails ends this life, and the next one begins where the database is. For one thread.
 */
final class SinkLife implements AutoCloseable {
    private final TopicReader reader;
    private final BatchWriter writer;
    private Optional<Batch> first = Optional.empty();

    /**
     * Begins where the database is; fills it first if it is empty.
     *
     * @param connection on which nobody else writes, without auto-commit
     * @param watch of that
     */
    SinkLife(SinkSettings settings, SchemaRegistry registry, Connection connection, Clock clock, FirstLoad.Watch watch)
            throws SQLException, InterruptedException {
        WriterTurn turn = WriterTurn.take(connection);
        Loading loading = new Loading(connection);
        try (Admin admin = Admin.create(settings.kafka().admin())) {
            Sources.check(admin, connection);
        }
        if (loading.isTrusted() && Progress.read(connection).isEmpty()) {
            first = new FirstLoad(settings, registry, connection, clock, watch).run(turn);
        }
        Map<TopicPartition, Long> from = Progress.read(connection);
        connection.commit();
        this.reader = new TopicReader(settings, registry, from);
        this.writer = new BatchWriter(
                batch -> loading.load(batch, turn::hold, last -> Progress.write(last, batch, clock.instant())));
    }

    /**
     * Reads the next batch while the one before is written, and waits for that.
     *
     * @return the batch that is in the database now; empty before the first is
     */
    Optional<Batch> step() throws SQLException {
        if (first.isPresent()) {
            Optional<Batch> filled = first;
            first = Optional.empty();
            return filled;
        }
        return writer.next(reader.read());
    }

    /** Waits for what is being written. */
    Optional<Batch> finish() throws SQLException {
        return writer.finish();
    }

    @Override
    public void close() {
        writer.close();
        reader.close();
    }
}
