package io.journeystream.bench.bi;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** What a page tells analysts to ask, asked by one who may see all. */
final class Questions {
    private static final Pattern QUESTION =
            Pattern.compile("\\*\\*(\\d+\\. [^*]+)\\*\\*.*?```sql\n(.*?)```", Pattern.DOTALL);
    private static final int TIMES = 5;

    private final List<Question> all;

    private record Question(String title, String sql) {}

    /** How long a question took, each time; milliseconds. */
    record Answered(String title, List<Double> millis) {
        double median() {
            return millis.stream().sorted().toList().get(millis.size() / 2);
        }
    }

    private Questions(List<Question> all) {
        this.all = all;
    }

    /** Those that have a number and a statement; there must be some. */
    static Questions of(Path page) throws IOException {
        if (!Files.isRegularFile(page)) {
            throw new IOException(page + " is no file: give docs/analysts.md, or a page like it");
        }
        List<Question> found = QUESTION.matcher(Files.readString(page))
                .results()
                .map(each -> new Question(each.group(1), each.group(2)))
                .toList();
        if (found.isEmpty()) {
            throw new IOException(page + " has no numbered question with a statement in SQL");
        }
        return new Questions(found);
    }

    /** As the next morning: statistics are made, and what has been written is known to be visible. */
    List<Answered> ask(DataSource database) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("insert into bi.freshness (topic, watermark, lag_records, last_write_at)"
                    + " select 'journey.journeys.v1', max(started_at), 0, now() from bi.fact_journey"
                    + " on conflict (topic) do update set watermark = excluded.watermark");
            statement.execute("vacuum (analyze)");
            statement.execute("create role bench_reader in role journeystream_reader");
            statement.execute("insert into bi.reader_team values ('bench_reader', '*')");
            statement.execute("set role bench_reader");
            List<Answered> answers = new ArrayList<>();
            for (Question question : all) {
                answers.add(answer(statement, question));
            }
            return answers;
        }
    }

    private static Answered answer(Statement statement, Question question) throws SQLException {
        List<Double> millis = new ArrayList<>();
        read(statement, question.sql()); // what it reads is in memory then
        for (int time = 0; time < TIMES; time++) {
            long begun = System.nanoTime();
            read(statement, question.sql());
            millis.add((System.nanoTime() - begun) / 1e6);
        }
        return new Answered(question.title(), millis);
    }

    private static void read(Statement statement, String sql) throws SQLException {
        statement.execute(sql); // what follows it are comments, an empty statement to the driver
        try (ResultSet rows = statement.getResultSet()) {
            while (rows.next()) {
                rows.getObject(1);
            }
        }
    }
}
