package io.journeystream.local.cli;

import io.journeystream.local.Failure;
import io.journeystream.local.sql.AnswerFormat;
import io.journeystream.local.sql.Question;
import io.journeystream.local.sql.StarInSql;
import io.journeystream.local.view.Console;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./journey sql}: questions on the topics, without a database beside. */
@Command(
        name = "sql",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Answers questions in SQL on journeys, contacts, health and flows, without a database beside: reads the topics"
                    + " as they are now into an embedded DuckDB, with the views of bi_v1 that PostgreSQL has"
                    + " (docs/analysts.md). Nothing in Kafka changes. docs/sql.md has the rest.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:answered",
            "1:failed; standard error says why, and where in a statement",
            "2:wrong usage",
            "130:interrupted with Ctrl-C"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey sql \"select type, count(*) from fact_journey group by type\" --data demo-data",
            "  ./journey sql --file questions.sql --config journey.properties",
            "  ./journey sql \"from fact_leg\" --output parquet --out legs.parquet --data demo-data",
            "  ./journey sql --database star.duckdb --data demo-data      # reads the topics once ...",
            "  ./journey sql --database star.duckdb \"describe fact_journey\"   # ... and asks again and again"
        })
final class SqlCommand implements Callable<Integer> {
    private static final String STANDARD_INPUT = "-";

    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "SQL", arity = "0..1", description = "One statement, or several with semicolons between.")
    private @Nullable String sql;

    @Option(
            names = "--file",
            paramLabel = "FILE",
            description = "Reads the statements from there; - is standard input.")
    private @Nullable String file;

    @Option(
            names = "--output",
            paramLabel = "FORMAT",
            defaultValue = "table",
            description = "table, csv, json (an array of objects) or parquet (default: ${DEFAULT-VALUE}). Of several"
                    + " statements a table is shown of each that answers; for the others only the last may answer.")
    private AnswerFormat output = AnswerFormat.TABLE;

    @Option(
            names = "--out",
            paramLabel = "FILE",
            description = "Writes the answer there, whole or not at all; parquet needs it.")
    private @Nullable Path out;

    @Option(
            names = "--rows",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many rows of a table to show; all are counted (default: ${DEFAULT-VALUE}).")
    private int rows = 1000;

    @Option(
            names = "--database",
            paramLabel = "FILE",
            description = "Keeps the database there, for any client of DuckDB. If it is there and neither --data nor a"
                    + " Kafka is given, it is asked as it is; else it is made anew.")
    private @Nullable Path database;

    @Option(
            names = "--files",
            paramLabel = "DIR",
            description =
                    "Statements may read and write files in there, such as read_csv('DIR/targets.csv') or copy ..."
                            + " to 'DIR/x.csv'. Without it they reach no file and no network.")
    private @Nullable Path files;

    @Mixin
    private final TopicsOptions topics = new TopicsOptions();

    SqlCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        Question question = question();
        StarInSql star = StarInSql.find("sql");
        if (database != null && Files.exists(database) && !topics.areGiven()) {
            star.ask(question, null, console);
        } else {
            topics.use(console, source -> star.ask(question, source, console));
        }
        return ExitCodes.DONE;
    }

    private Question question() {
        String statements = statements();
        if (statements.isBlank() && database == null) {
            throw misuse("give a statement, such as \"select count(*) from fact_journey\", or --file");
        }
        if (output == AnswerFormat.PARQUET && out == null) {
            throw misuse("parquet is no text: name a file with --out");
        }
        if (rows < 1) {
            throw misuse("--rows must be at least 1, was " + rows);
        }
        if (files != null && !Files.isDirectory(files)) {
            throw misuse("--files names a directory, and " + files + " is none");
        }
        return new Question(statements, output, out, rows, database, files);
    }

    private String statements() {
        if (sql != null && file != null) {
            throw misuse("give either a statement or --file");
        }
        return file == null ? (sql == null ? "" : sql) : read(file);
    }

    private static String read(String file) {
        try {
            return file.equals(STANDARD_INPUT)
                    ? new String(System.in.readAllBytes(), StandardCharsets.UTF_8)
                    : Files.readString(Path.of(file));
        } catch (IOException e) {
            throw new Failure("cannot read " + file + " (" + e.getMessage() + "); is it text in UTF-8?", e);
        }
    }

    private ParameterException misuse(String why) {
        return new ParameterException(spec.commandLine(), why);
    }
}
