package io.journeystream.definitions.yaml;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.nodes.Node;

/** The mistakes found so far in one file. */
public final class Mistakes {
    private final String file;
    private final List<Mistake> found = new ArrayList<>();

    /** None yet, in the file of that name. */
    public Mistakes(String file) {
        this.file = file;
    }

    void add(Node node, String message) {
        add(node.getStartMark(), message);
    }

    /** One at a mark of the parser; at the start of the file if the parser does not say where. */
    void add(@Nullable Mark mark, String message) {
        int line = mark == null ? 1 : mark.getLine() + 1;
        int column = mark == null ? 1 : mark.getColumn() + 1;
        found.add(new Mistake(file, line, column, message));
    }

    /** All of them, in the order of the file; empty if it has none. */
    public List<Mistake> inOrder() {
        return found.stream().sorted(Mistake.BY_PLACE).toList();
    }
}
