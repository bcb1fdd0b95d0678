package io.journeystream.sql.statements;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Text that holds statements of SQL with semicolons between. */
public final class SqlText {
    private static final Pattern DOLLAR_QUOTE = Pattern.compile("\\$\\w*\\$");

    private final String text;
    private int at;
    private boolean says;

    private SqlText(String text) {
        this.text = text;
    }

    /**
     * One statement.
     *
     * @param text without its semicolon
     * @param line on which it begins, from 1
     */
    public record Statement(String text, int line) {}

    /** The statements in order; what is only comment is none. */
    public static List<Statement> statements(String text) {
        return new SqlText(text).split();
    }

    private List<Statement> split() {
        List<Statement> found = new ArrayList<>();
        int begin = 0;
        while (at < text.length()) {
            if (text.charAt(at) == ';') {
                add(found, begin);
                begin = ++at;
                says = false;
            } else {
                skip();
            }
        }
        add(found, begin);
        return found;
    }

    private void add(List<Statement> found, int begin) {
        if (says) {
            String raw = text.substring(begin, at);
            int blank = raw.length() - raw.stripLeading().length();
            long line = text.substring(0, begin + blank)
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            found.add(new Statement(raw.strip(), Math.toIntExact(line)));
        }
    }

    /** Goes past one thing: a comment, something quoted, or a character. */
    private void skip() {
        char c = text.charAt(at);
        if (text.startsWith("--", at)) {
            skipTo("\n", at + 2);
        } else if (text.startsWith("/*", at)) {
            skipTo("*/", at + 2);
        } else if (c == '\'' && at > 0 && Character.toLowerCase(text.charAt(at - 1)) == 'e') {
            skipEscaped();
        } else if (c == '\'' || c == '"') {
            says = true;
            skipTo(String.valueOf(c), at + 1);
        } else {
            says |= !Character.isWhitespace(c);
            skipDollarQuoteOr(1);
        }
    }

    private void skipDollarQuoteOr(int characters) {
        Matcher quote = DOLLAR_QUOTE.matcher(text).region(at, text.length());
        if (quote.lookingAt()) {
            skipTo(quote.group(), quote.end());
        } else {
            at += characters;
        }
    }

    /** A text such as e'it\'s'. */
    private void skipEscaped() {
        at++;
        while (at < text.length() && text.charAt(at) != '\'') {
            at += text.charAt(at) == '\\' ? 2 : 1;
        }
        at = Math.min(at + 1, text.length());
    }

    private void skipTo(String end, int from) {
        int found = text.indexOf(end, from);
        at = found < 0 ? text.length() : found + end.length();
    }
}
