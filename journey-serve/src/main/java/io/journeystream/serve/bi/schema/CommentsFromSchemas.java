package io.journeystream.serve.bi.schema;

import io.journeystream.serve.bi.star.Star;
import io.journeystream.serve.bi.star.Table;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.migration.Context;
import org.flywaydb.core.api.migration.JavaMigration;
import org.jspecify.annotations.Nullable;

/**
 * Gives each column the comment that its field has in the schemas of the topics, and each column of a view that of the
 * table's column. Done again whenever one of them has changed.
 */
final class CommentsFromSchemas implements JavaMigration {
    private final String views;

    /** @param views the statements that make the views */
    CommentsFromSchemas(String views) {
        this.views = views;
    }

    private static final String VIEWS = """
            do $$
            declare
                c record;
            begin
                for c in
                    select v.relname as view, coalesce(a.attname, '') as column, d.description
                    from pg_class v
                    join pg_class t on t.relname = regexp_replace(v.relname, '_bucket$', '') and t.relnamespace = 'bi'::regnamespace
                    join pg_description d on d.objoid = t.oid and d.classoid = 'pg_class'::regclass
                    left join pg_attribute ta on ta.attrelid = t.oid and ta.attnum = d.objsubid and d.objsubid > 0
                    left join pg_attribute a on a.attrelid = v.oid and a.attname = ta.attname
                    where v.relnamespace = 'bi_v1'::regnamespace and v.relkind = 'v'
                        and (d.objsubid = 0 and t.relname = v.relname or a.attname is not null)
                loop
                    if c.column = '' then
                        execute format('comment on view bi_v1.%I is %L', c.view, c.description);
                    else
                        execute format('comment on column bi_v1.%I.%I is %L', c.view, c.column, c.description);
                    end if;
                end loop;
            end
            $$
            """;

    @Override
    public @Nullable MigrationVersion getVersion() {
        return null;
    }

    @Override
    public String getDescription() {
        return "comments from schemas";
    }

    /** Over all that is said, and over the views, which must be there before. */
    @Override
    public Integer getChecksum() {
        CRC32 sum = new CRC32();
        comments().forEach(comment -> sum.update(comment.getBytes(StandardCharsets.UTF_8)));
        sum.update(views.getBytes(StandardCharsets.UTF_8));
        return (int) sum.getValue();
    }

    @Override
    public boolean canExecuteInTransaction() {
        return true;
    }

    @Override
    public void migrate(Context context) throws SQLException {
        try (Statement statement = context.getConnection().createStatement()) {
            for (String comment : comments()) {
                statement.execute(comment);
            }
            statement.execute(VIEWS);
        }
    }

    private static List<String> comments() {
        List<String> comments = new ArrayList<>();
        Star.TABLES.stream().map(Table::comments).forEach(comments::addAll);
        comments.add(Star.JOURNEYS.comment("dim_customer", "customer_id"));
        return comments;
    }
}
