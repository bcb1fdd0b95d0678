package io.journeystream.runtime.monitoring;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Whether a service is well, by named checks. A failing <em>live</em> check means that only a restart helps; a failing
 * <em>ready</em> check means that it should get no work for now. Checks must answer at once.
 */
public final class Health {
    private final Map<String, Supplier<@Nullable String>> live;
    private final Map<String, Supplier<@Nullable String>> ready;

    private Health(Builder builder) {
        live = new LinkedHashMap<>(builder.live);
        ready = new LinkedHashMap<>(builder.ready);
    }

    public static Builder builder() {
        return new Builder();
    }

    /** Collects the checks. */
    public static final class Builder {
        private final Map<String, Supplier<@Nullable String>> live = new LinkedHashMap<>();
        private final Map<String, Supplier<@Nullable String>> ready = new LinkedHashMap<>();

        private Builder() {}

        /** A check that only a restart mends; null means all is well, else it says what is wrong. */
        public Builder live(String name, Supplier<@Nullable String> trouble) {
            live.put(name, trouble);
            return this;
        }

        /** A check that mends itself when what it waits for is back; null means all is well. */
        public Builder ready(String name, Supplier<@Nullable String> trouble) {
            ready.put(name, trouble);
            return this;
        }

        public Health build() {
            return new Health(this);
        }
    }

    /** The live checks as they are now. */
    public Report live() {
        return report(live);
    }

    /** All checks as they are now: what is not live is not ready either. */
    public Report ready() {
        Map<String, Supplier<@Nullable String>> all = new LinkedHashMap<>(live);
        all.putAll(ready);
        return report(all);
    }

    private static Report report(Map<String, Supplier<@Nullable String>> checks) {
        Map<String, String> said = new LinkedHashMap<>();
        checks.forEach((name, check) -> said.put(name, Objects.requireNonNullElse(check.get(), Report.UP)));
        return new Report(said);
    }

    /**
     * What the checks said.
     *
     * @param checks UP, or what is wrong, by the check's name
     */
    public record Report(Map<String, String> checks) {
        static final String UP = "UP";
        private static final String DOWN = "DOWN";

        /** True if nothing is wrong. */
        public boolean isUp() {
            return checks.values().stream().allMatch(UP::equals);
        }

        Map<String, Object> body() {
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("status", isUp() ? UP : DOWN);
            body.put("checks", checks);
            return body;
        }
    }
}
