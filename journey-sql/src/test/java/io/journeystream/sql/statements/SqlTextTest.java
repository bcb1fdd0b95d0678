package io.journeystream.sql.statements;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SqlTextTest {

    /** Statements are shown with a bar between. */
    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            delimiter = '#',
            value = {
                "select 1                       # select 1",
                "select 1; select 2;            # select 1|select 2",
                "select ';'; select \"a;b\"     # select ';'|select \"a;b\"",
                "select 'it''s;'; select 2      # select 'it''s;'|select 2",
                "select e'it\\'s;'; select 2    # select e'it\\'s;'|select 2",
                "select $$a;b$$; select $x$;$$;$x$ # select $$a;b$$|select $x$;$$;$x$",
                "/* a; */ select 1; -- b; c     # /* a; */ select 1",
                "select 1 -- no; more           # select 1 -- no; more",
                "; ;select 1;;                  # select 1",
                "select 'open; select 2         # select 'open; select 2",
            })
    void semicolons_end_statements_unless_they_are_quoted(String text, String statements) {
        assertThat(String.join(
                        "|",
                        SqlText.statements(text.strip()).stream()
                                .map(SqlText.Statement::text)
                                .toList()))
                .isEqualTo(statements);
    }

    @Test
    void each_knows_its_line() {
        assertThat(SqlText.statements("select 1;\n\n  select\n2;select 3"))
                .extracting(SqlText.Statement::line)
                .containsExactly(1, 3, 4);
    }

    @Test
    void what_is_only_comment_is_none() {
        assertThat(SqlText.statements("-- nothing\n/* at all; */ ;\n")).isEmpty();
    }
}
