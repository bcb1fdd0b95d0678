package io.journeystream.ingest.mapping;

import com.dashjoin.jsonata.JException;
import com.dashjoin.jsonata.Jsonata;
import com.dashjoin.jsonata.Jsonata.JFunction;
import com.dashjoin.jsonata.Jsonata.JFunctionCallable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One source's mapping: a JSONata expression from a row to zero, one or many native events, with
 * {@code $instant(text, picture [, zone])}, {@code $previous(key)} and {@code $keep(key, value)} beside the functions of
 * the language. It sees rows in order and remembers what it keeps: for one thread, and one import.
 */
public final class Mapping {
    /** Keys that {@code $keep} remembers at the same time. */
    public static final int KEYS = 200_000;

    private final Jsonata expression;
    private final Kept kept;

    private Mapping(Jsonata expression, ZoneId zone, int keys) {
        this.expression = expression;
        this.kept = new Kept(keys);
        LocalTimes times = new LocalTimes(zone);
        expression.setValidateInput(false);
        register(LocalTimes.NAME, (input, arguments) -> times.call(arguments));
        register("previous", (input, arguments) -> kept.previous(arguments));
        register("keep", (input, arguments) -> kept.keep(arguments));
    }

    private void register(String name, JFunctionCallable function) {
        expression.registerFunction(name, new JFunction(function, null));
    }

    /**
     * Reads a mapping from a file.
     *
     * @param zone of local times, for {@code $instant}
     * @throws InvalidMapping if it is no JSONata expression
     */
    public static Mapping load(Path file, ZoneId zone) throws IOException, InvalidMapping {
        return of(Files.readString(file), file.toString(), zone, KEYS);
    }

    /**
     * Compiles a mapping.
     *
     * @param name in error messages
     * @param keys that {@code $keep} remembers at the same time
     */
    public static Mapping of(String text, String name, ZoneId zone, int keys) throws InvalidMapping {
        try {
            return new Mapping(Jsonata.jsonata(text), zone, keys);
        } catch (JException e) {
            throw new InvalidMapping(name + ":" + place(text, e.getLocation()) + ": " + e.getMessage(), e);
        } catch (RuntimeException | StackOverflowError e) {
            throw new InvalidMapping(name + ": is no JSONata expression: " + e, e);
        }
    }

    /** Line and column of the character before an offset, where the tokenizer stands behind the token at fault. */
    private static String place(String text, int offset) {
        int end = Math.max(0, Math.min(offset - 1, text.length()));
        String before = text.substring(0, end);
        long line = before.chars().filter(c -> c == '\n').count() + 1;
        return line + ":" + (end - before.lastIndexOf('\n'));
    }

    /** Maps one row. Never throws for what a mapping or a row may hold. */
    public Mapped map(Map<String, Object> row) {
        try {
            return new Mapped.Events(events(expression.evaluate(row)));
        } catch (JException e) {
            return new Mapped.Failed(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return new Mapped.Failed(e.getClass().getSimpleName() + ": " + e.getMessage());
        } catch (StackOverflowError e) {
            return new Mapped.Failed("the mapping calls itself without end");
        }
    }

    private static List<Object> events(@Nullable Object result) {
        List<Object> events = new ArrayList<>();
        unfold(result, events);
        return events;
    }

    /** Arrays in arrays count as one array, so that a mapping can put events together as it likes. */
    private static void unfold(@Nullable Object result, List<Object> events) {
        if (result instanceof Collection<?> many) {
            many.forEach(each -> unfold(each, events));
        } else if (result != null) {
            events.add(Singletons.unfolded(result));
        }
    }

    /** How often a key was given up because too many were kept: the mapping then missed its previous row. */
    public long evictedKeys() {
        return kept.evicted();
    }
}
