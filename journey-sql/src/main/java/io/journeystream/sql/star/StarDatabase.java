package io.journeystream.sql.star;

import io.journeystream.local.Failure;
import io.journeystream.sql.statements.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A DuckDB of this process: in memory, and what does not fit there in a temporary directory; or in a file. */
public final class StarDatabase implements AutoCloseable {
    private static final List<String> SETTINGS = List.of(
            "set timezone = 'UTC'",
            "set memory_limit = '50%'",
            "set default_null_order = 'postgres'",
            "set autoload_known_extensions = false");

    private final Connection connection;
    private final Path spill;

    private StarDatabase(Connection connection, Path spill) {
        this.connection = connection;
        this.spill = spill;
    }

    /** In memory. */
    public static StarDatabase inMemory() {
        return open("", false);
    }

    /** In a file, which is made if it is not there. */
    public static StarDatabase in(Path file) {
        return open(file.toString(), false);
    }

    /**
     * As it is in a file.
     *
     * @throws Failure if there is no star in it
     */
    public static StarDatabase kept(Path file) {
        StarDatabase database = open(file.toString(), true);
        try {
            database.refuseOthers(file);
            return database;
        } catch (RuntimeException e) {
            database.close();
            throw e;
        }
    }

    private static StarDatabase open(String file, boolean readOnly) {
        Properties properties = new Properties();
        properties.setProperty("autoinstall_known_extensions", "false");
        properties.setProperty("jdbc_stream_results", "true");
        if (readOnly) {
            properties.setProperty("access_mode", "READ_ONLY");
        }
        try {
            StarDatabase database = new StarDatabase(
                    DriverManager.getConnection("jdbc:duckdb:" + file, properties),
                    Files.createTempDirectory("journey-sql"));
            SETTINGS.forEach(database::execute);
            database.execute("set temp_directory = " + literal(database.spill));
            return database;
        } catch (SQLException e) {
            throw new Failure(
                    (file.isEmpty() ? "DuckDB does not start: " : file + " cannot be opened as a database of DuckDB: ")
                            + e.getMessage(),
                    e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void refuseOthers(Path file) {
        try (Statement statement = connection.createStatement();
                var found = statement.executeQuery("select 1 from duckdb_views() where schema_name = 'bi_v1'")) {
            if (!found.next()) {
                throw new Failure(file + " has no views bi_v1: name the topics with --data or --config, and it is made"
                        + " anew");
            }
        } catch (SQLException e) {
            throw Refusal.of(e);
        }
    }

    public Connection connection() {
        return connection;
    }

    /**
     * From now on statements are those of somebody else: views are found without their schema, and no file but these is
     * reached, nor the network.
     */
    public void handOver(List<Path> directories, List<Path> files) {
        execute("set search_path = 'bi_v1'");
        execute("set allowed_directories = " + literals(directories));
        execute("set allowed_paths = " + literals(files));
        execute("set enable_external_access = false");
    }

    private static String literals(List<Path> paths) {
        return paths.stream().map(StarDatabase::literal).collect(Collectors.joining(", ", "[", "]"));
    }

    /** A path as a text of SQL. */
    public static String literal(Path path) {
        return "'" + path.toAbsolutePath().normalize().toString().replace("'", "''") + "'";
    }

    private void execute(String sql) {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException e) {
            throw Refusal.of(e);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw Refusal.of(e);
        } finally {
            delete(spill);
        }
    }

    private static void delete(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
