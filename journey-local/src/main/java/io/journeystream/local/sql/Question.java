package io.journeystream.local.sql;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * What is asked.
 *
 * @param sql one statement or several; blank for none
 * @param out file for the answer; null for standard output
 * @param rows so many rows of a table are shown at most
 * @param database file that keeps the star; null for none
 * @param files directory whose files statements may read and write; null for none
 */
public record Question(
        String sql,
        AnswerFormat format,
        @Nullable Path out,
        int rows,
        @Nullable Path database,
        @Nullable Path files) {}
