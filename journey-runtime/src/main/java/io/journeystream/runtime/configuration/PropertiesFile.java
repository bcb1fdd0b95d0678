package io.journeystream.runtime.configuration;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;

/** Reads Java's properties format in UTF-8, and knows the line of each key, which Java's own reader forgets. */
public final class PropertiesFile {
    private final Path file;
    private final List<Given> given = new ArrayList<>();
    private final List<Mistake> mistakes = new ArrayList<>();

    private PropertiesFile(Path file) {
        this.file = file;
    }

    /** A file that cannot be read is a mistake in the result. */
    public static Source read(Path file) {
        PropertiesFile reading = new PropertiesFile(file);
        reading.readLines();
        return new Source(reading.given, reading.mistakes);
    }

    private void readLines() {
        try {
            List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
            for (int first = 0; first < lines.size(); ) {
                int next = endOfEntry(lines, first);
                entry(first + 1, String.join("\n", lines.subList(first, next)));
                first = next;
            }
        } catch (NoSuchFileException e) {
            mistakes.add(new Mistake(file.toString(), "there is no such file; --config names a properties file"));
        } catch (CharacterCodingException e) {
            mistakes.add(new Mistake(file.toString(), "is not UTF-8; save it as UTF-8"));
        } catch (IOException e) {
            mistakes.add(new Mistake(file.toString(), "cannot be read (" + e + ")"));
        }
    }

    /** A line that ends in an odd number of backslashes goes on with the next, comments excepted. */
    private static int endOfEntry(List<String> lines, int first) {
        int last = first;
        if (!lines.get(first).stripLeading().matches("[#!].*")) {
            while (last < lines.size() - 1 && goesOn(lines.get(last))) {
                last++;
            }
        }
        return last + 1;
    }

    private static boolean goesOn(String line) {
        int backslashes = 0;
        while (backslashes < line.length() && line.charAt(line.length() - 1 - backslashes) == '\\') {
            backslashes++;
        }
        return backslashes % 2 == 1;
    }

    private void entry(int line, String text) throws IOException {
        String place = file + ":" + line;
        Properties one = new Properties();
        try {
            one.load(new StringReader(text));
        } catch (IllegalArgumentException e) {
            mistakes.add(new Mistake(place, "a \\u must be followed by four hexadecimal digits"));
        }
        one.stringPropertyNames().forEach(key -> given.add(new Given(key, one.getProperty(key), place)));
    }
}
