package io.journeystream.ingest.mapping;

import com.dashjoin.jsonata.JException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a mapping keeps from one row for the next of the same key: {@code $keep(key, value)} and
 * {@code $previous(key)}. Bounded: the key that was not used for longest is given up first, and that is counted.
 */
final class Kept {
    private final int keys;
    private final Map<String, Object> values = new LinkedHashMap<>(16, 0.75f, true);
    private long evicted;

    Kept(int keys) {
        this.keys = keys;
    }

    /** What was kept last under the key; nothing if nothing was. */
    @Nullable
    Object previous(List<?> arguments) {
        return values.get(key("$previous", arguments));
    }

    /** Keeps a value, or gives it up if it is nothing; gives the value back. */
    @Nullable
    Object keep(List<?> arguments) {
        String key = key("$keep", arguments);
        Object value = arguments.size() < 2 ? null : arguments.get(1);
        if (value == null) {
            values.remove(key);
            return null;
        }
        values.put(key, value);
        if (values.size() > keys) {
            values.remove(values.keySet().iterator().next());
            evicted++;
        }
        return value;
    }

    private static String key(String function, List<?> arguments) {
        Object key = arguments.isEmpty() ? null : arguments.get(0);
        if (key == null) {
            throw new JException(function + " needs a key", -1);
        }
        return key.toString();
    }

    long evicted() {
        return evicted;
    }
}
