package io.journeystream.local.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.local.machine.DataDirectory;
import io.journeystream.local.outages.JvmProcess;
import io.journeystream.local.outages.Until;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class EmbeddedDatabaseTest {
    private static final Duration SOON = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    /** Keeps one in a JVM of its own. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] arguments) throws Exception {
            try (DataDirectory directory = DataDirectory.open(Path.of(arguments[0]));
                    EmbeddedDatabase database = EmbeddedDatabase.start(directory, 0)) {
                answer(database, "create table kept as select 42 as answer");
                Files.createFile(directory.path().resolve("ready"));
                new CountDownLatch(1).await();
            }
        }
    }

    @Test
    void what_it_stores_outlives_a_kill_of_its_parent_and_it_is_taken_over() throws Exception {
        try (JvmProcess holder = JvmProcess.start(
                directory.resolve("holder.log"),
                128,
                Holder.class,
                directory.resolve("data").toString())) {
            Until.holds("it is there", SOON, () -> Files.exists(directory.resolve("data/ready")), holder::said);
            holder.kill();
        }

        try (DataDirectory data = DataDirectory.open(directory.resolve("data"));
                EmbeddedDatabase database = EmbeddedDatabase.start(data, 0)) {
            assertThat(answer(database, "select answer from kept")).isEqualTo("42");
        }
    }

    private static String answer(EmbeddedDatabase database, String sql) throws SQLException {
        try (Connection connection = database.access().source().getConnection();
                Statement statement = connection.createStatement()) {
            if (!statement.execute(sql)) {
                return "";
            }
            try (ResultSet rows = statement.getResultSet()) {
                return rows.next() ? rows.getString(1) : "";
            }
        }
    }
}
