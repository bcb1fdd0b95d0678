package io.journeystream.local.bitools;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a file of TMDL strictly: tabs only, known words only, expressions two levels below what they belong to. No
 * library that runs here reads TMDL; this knows as much of it as our model needs.
 */
final class TmdlReader {
    private static final Pattern LINE =
            Pattern.compile("([A-Za-z]+)(?: ('(?:[^']|'')+'|[^\\s=:]+(?: [^\\s=:]+)?))?" + "(?:( =)(?: (.*))?)?");
    private static final Pattern PROPERTY = Pattern.compile("([A-Za-z]+)(?:: (.+)|( =))?");

    private final Path file;
    private final List<String> lines;
    private int next;

    private TmdlReader(Path file) throws IOException {
        this.file = file;
        this.lines = Files.readAllLines(file);
    }

    /**
     * The file's objects, as children of one that stands for the file.
     *
     * @throws IllegalArgumentException if anything in it is not TMDL as we write it; says where
     */
    static TmdlObject read(Path file) throws IOException {
        TmdlReader reader = new TmdlReader(file);
        TmdlObject all = reader.object(TmdlKind.FILE, "", "", "", -1);
        if (reader.next < reader.lines.size()) {
            throw reader.wrong("is indented where nothing can be");
        }
        return all;
    }

    private TmdlObject object(String kind, String name, String expression, String description, int depth) {
        String place = file.getFileName() + ":" + next;
        Map<String, String> properties = new LinkedHashMap<>();
        List<TmdlObject> children = new ArrayList<>();
        List<String> said = new ArrayList<>();
        while (skipBlanks() && depthOf(lines.get(next)) == depth + 1) {
            String line = lines.get(next).strip();
            if (line.startsWith("///")) {
                said.add(line.substring(3).strip());
                next++;
            } else if (!addProperty(kind, line, depth + 1, properties)) {
                children.add(child(kind, line, String.join(" ", said), depth + 1));
                said.clear();
            }
        }
        return new TmdlObject(
                kind, name, expression, description, Map.copyOf(properties), List.copyOf(children), place);
    }

    private boolean addProperty(String kind, String line, int depth, Map<String, String> properties) {
        Matcher parts = PROPERTY.matcher(line);
        if (!parts.matches() || !TmdlKind.of(kind).properties().contains(parts.group(1))) {
            return false;
        }
        next++;
        String value = parts.group(3) != null ? expression(depth) : parts.group(2) != null ? parts.group(2) : "true";
        if (properties.put(parts.group(1), value) != null) {
            next--;
            throw wrong("says the same again");
        }
        return true;
    }

    private TmdlObject child(String parent, String line, String description, int depth) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches() || !TmdlKind.of(parent).children().contains(parts.group(1))) {
            throw wrong("is nothing that a " + parent + " has");
        }
        next++;
        String name = parts.group(2) == null ? "" : unquoted(parts.group(2));
        String inline = parts.group(4) == null ? "" : parts.group(4);
        String expression = parts.group(3) != null && inline.isEmpty() ? expression(depth) : inline;
        return object(parts.group(1), name, expression, description, depth);
    }

    /** The lines two levels below, and blank ones between them. */
    private String expression(int depth) {
        List<String> read = new ArrayList<>();
        while (next < lines.size() && (lines.get(next).isBlank() || depthOf(lines.get(next)) >= depth + 2)) {
            String line = lines.get(next++);
            read.add(line.isBlank() ? "" : line.substring(depth + 2));
        }
        String text = String.join("\n", read).strip();
        if (text.isEmpty()) {
            throw wrong("comes where an expression must, two levels below");
        }
        return text;
    }

    private boolean skipBlanks() {
        while (next < lines.size() && lines.get(next).isBlank()) {
            next++;
        }
        return next < lines.size();
    }

    private static int depthOf(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '\t') {
            depth++;
        }
        return depth;
    }

    static String unquoted(String name) {
        return name.startsWith("'") ? name.substring(1, name.length() - 1).replace("''", "'") : name;
    }

    private IllegalArgumentException wrong(String why) {
        String line = next < lines.size() ? lines.get(next).strip() : "the end of the file";
        return new IllegalArgumentException(file.getFileName() + ":" + (next + 1) + ": \"" + line + "\" " + why);
    }
}
