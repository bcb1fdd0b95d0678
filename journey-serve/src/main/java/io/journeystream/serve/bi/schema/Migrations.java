package io.journeystream.serve.bi.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;

/** The statements of which the schemas are made, as text. */
public final class Migrations {
    static final String FOLDER = "io/journeystream/serve/bi/migrations";

    private Migrations() {}

    /** Those that make the tables, and comment those that are made of no topic, as often as that has changed. */
    public static String tables() {
        return text("V1__star.sql") + text("V5__maturity_of_parts_and_all_days.sql");
    }

    /** Those that make the views of {@code bi_v1}. */
    public static String views() {
        return text("R__bi_v1_views.sql");
    }

    private static String text(String file) {
        String name = "/" + FOLDER + "/" + file;
        try (InputStream sql = Objects.requireNonNull(Migrations.class.getResourceAsStream(name), name)) {
            return new String(sql.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
