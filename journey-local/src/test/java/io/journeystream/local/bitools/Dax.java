package io.journeystream.local.bitools;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An expression in DAX, as far as its names go: which fields it names, and whether its words and brackets are right. */
record Dax(List<Field> fields, List<String> mistakes) {
    /** The functions that our measures use. */
    private static final Set<String> FUNCTIONS = Set.of(
            "ADDCOLUMNS",
            "CALCULATE",
            "CALCULATETABLE",
            "COUNTROWS",
            "DISTINCTCOUNT",
            "DIVIDE",
            "FILTER",
            "FILTERS",
            "HASONEFILTER",
            "HASONEVALUE",
            "IF",
            "INT",
            "ISBLANK",
            "ISFILTERED",
            "KEEPFILTERS",
            "MAX",
            "MIN",
            "MINX",
            "ROUNDUP",
            "SELECTEDVALUE",
            "SUM",
            "SUMX",
            "TREATAS",
            "VALUES");

    private static final Set<String> WORDS = Set.of("VAR", "RETURN", "NOT");
    private static final Pattern TOKEN = Pattern.compile("\\s+|//[^\\n]*|\"(?:[^\"]|\"\")*\""
            + "|(?<table>'(?:[^']|'')+'|[A-Za-z_][A-Za-z_0-9]*)?\\[(?<field>[^\\]]+)]"
            + "|'(?<alone>(?:[^']|'')+)'"
            + "|(?<word>[A-Za-z_][A-Za-z_0-9.]*)(?<call>\\s*\\()?"
            + "|[0-9]+(?:\\.[0-9]+)?|<>|<=|>=|&&|\\|\\||[-+*/=<>,;&{}]|(?<open>\\()|(?<close>\\))");

    /**
     * A field that is named.
     *
     * @param table empty where a measure is named without it
     */
    record Field(String table, String name) {}

    Dax {
        fields = List.copyOf(fields);
        mistakes = List.copyOf(mistakes);
    }

    /** @param tables names of those that may be named without a field */
    static Dax read(String text, Set<String> tables) {
        List<Field> fields = new ArrayList<>();
        List<String> mistakes = new ArrayList<>();
        Set<String> variables = new HashSet<>(variables(text));
        Deque<String> open = new ArrayDeque<>();
        Matcher token = TOKEN.matcher(text);
        int at = 0;
        while (at < text.length()) {
            if (!token.find(at) || token.start() != at) {
                mistakes.add("cannot be read from here: " + text.substring(at));
                break;
            }
            at = token.end();
            if (token.group("field") != null) {
                String table = token.group("table") == null ? "" : TmdlReader.unquoted(token.group("table"));
                fields.add(new Field(table, token.group("field")));
            } else if (token.group("word") != null && token.group("call") != null) {
                open.push(token.group("word"));
                if (!FUNCTIONS.contains(token.group("word"))) {
                    mistakes.add("there is no function " + token.group("word"));
                }
            } else if (token.group("word") != null) {
                String word = token.group("word");
                if (!WORDS.contains(word) && !variables.contains(word) && !tables.contains(word)) {
                    mistakes.add("there is no table or variable " + word);
                }
            } else if (token.group("alone") != null && !tables.contains(token.group("alone"))) {
                mistakes.add("there is no table " + token.group("alone"));
            } else if (token.group("open") != null) {
                open.push("(");
            } else if (token.group("close") != null && open.poll() == null) {
                mistakes.add("a bracket is closed that was not opened");
            }
        }
        if (!open.isEmpty()) {
            mistakes.add("a bracket is not closed");
        }
        return new Dax(fields, mistakes);
    }

    private static List<String> variables(String text) {
        List<String> names = new ArrayList<>();
        Matcher declared = Pattern.compile("\\bVAR\\s+([A-Za-z_][A-Za-z_0-9]*)").matcher(text);
        while (declared.find()) {
            names.add(declared.group(1));
        }
        return names;
    }
}
