package io.journeystream.sql.answers;

import io.journeystream.local.Failure;
import io.journeystream.local.output.OutputDirectory;
import io.journeystream.local.sql.AnswerFormat;
import io.journeystream.local.sql.Question;
import io.journeystream.local.view.Console;
import io.journeystream.sql.star.StarDatabase;
import io.journeystream.sql.statements.SqlText;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Puts somebody's statements to a star, and writes what it answers. */
public final class Asking {
    private final StarDatabase database;
    private final Question question;
    private final Console console;
    private final List<SqlText.Statement> statements;
    private boolean answered;

    public Asking(StarDatabase database, Question question, Console console) {
        this.database = database;
        this.question = question;
        this.console = console;
        this.statements = SqlText.statements(question.sql());
    }

    /**
     * Does it.
     *
     * @throws Failure if a statement is refused; those before it were answered
     */
    public void run() throws InterruptedException {
        try {
            if (question.out() == null) {
                answerAll(console.out(), null);
                console.out().flush();
            } else {
                answerInto(question.out().toAbsolutePath());
            }
        } catch (IOException e) {
            throw new Failure("cannot write the answer: " + e.getMessage(), e);
        }
    }

    private void answerInto(Path file) throws IOException, InterruptedException {
        try (OutputDirectory target = OutputDirectory.prepare(Objects.requireNonNull(file.getParent()))) {
            Path part = target.place(Objects.requireNonNull(file.getFileName()).toString());
            if (question.format() == AnswerFormat.PARQUET) {
                answerAll(Writer.nullWriter(), part);
            } else {
                try (Writer writer = Files.newBufferedWriter(part)) {
                    answerAll(writer, null);
                }
            }
            target.publish();
        }
    }

    private void answerAll(Writer out, @Nullable Path parquet) throws IOException, InterruptedException {
        database.handOver(
                question.files() == null ? List.of() : List.of(question.files()),
                parquet == null ? List.of() : List.of(parquet));
        for (int each = 0; each < statements.size(); each++) {
            SqlText.Statement statement = statements.get(each);
            boolean last = each == statements.size() - 1;
            String which =
                    statements.size() == 1 ? "" : "statement " + (each + 1) + " (line " + statement.line() + "): ";
            try {
                if (last && parquet != null) {
                    copy(statement.text(), parquet);
                } else {
                    answer(statement.text(), last, out);
                }
            } catch (SQLException e) {
                throw StatementRefused.of(e, which);
            }
        }
    }

    private void answer(String sql, boolean last, Writer out) throws SQLException, IOException, InterruptedException {
        try (Statement statement = database.connection().createStatement()) {
            if (!Interruptible.execute(statement, sql)) {
                return;
            }
            if (!last && question.format() != AnswerFormat.TABLE) {
                throw new Failure("of several statements only the last may answer, unless as a table: " + sql);
            }
            if (answered) {
                out.write("\n");
            }
            answered = true;
            try (ResultSet rows = statement.getResultSet()) {
                format().write(rows, out);
            }
        }
    }

    private Answer format() {
        return switch (question.format()) {
            case TABLE -> new TableAnswer(question.rows(), console);
            case CSV -> new CsvAnswer();
            case JSON -> new JsonAnswer();
            case PARQUET -> throw new IllegalStateException("DuckDB writes it itself");
        };
    }

    /** Prepared first, for the place of a mistake in what was asked, not in what is made of it. */
    private void copy(String sql, Path parquet) throws SQLException, InterruptedException {
        try (PreparedStatement asked = database.connection().prepareStatement(sql);
                Statement statement = database.connection().createStatement()) {
            if (asked.getMetaData() == null) {
                throw new Failure("the last statement must answer with rows: " + sql);
            }
            Interruptible.execute(
                    statement,
                    "copy (" + sql + "\n) to " + StarDatabase.literal(parquet) + " (format parquet, compression zstd)");
        }
    }
}
