package io.journeystream.sql.star;

import io.journeystream.serve.bi.schema.Migrations;
import io.journeystream.sql.statements.SqlText;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The views of {@code bi_v1}, made of the statements that make them in PostgreSQL. */
public final class StarViews {
    private static final Pattern VIEW = Pattern.compile("create or replace view bi_v1\\.(\\w+)");

    /** Statements without what only PostgreSQL has: who may see what. */
    static final List<String> STATEMENTS = SqlText.statements(Migrations.views()).stream()
            .map(SqlText.Statement::text)
            .filter(sql ->
                    VIEW.matcher(sql).find() || sql.contains("comment on column") || sql.contains("comment on view"))
            .map(sql -> sql.replace(" with (security_invoker = true)", ""))
            .toList();

    /** Their names, without the schema. */
    public static final List<String> NAMES = STATEMENTS.stream()
            .map(VIEW::matcher)
            .filter(Matcher::find)
            .map(view -> view.group(1))
            .sorted()
            .toList();

    private StarViews() {}
}
