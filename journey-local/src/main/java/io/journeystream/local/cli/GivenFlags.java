package io.journeystream.local.cli;

import io.journeystream.runtime.configuration.Flag;
import io.journeystream.runtime.configuration.Setting;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Of the flags that stand for settings those that were given. */
final class GivenFlags {
    private final List<Flag> flags = new ArrayList<>();

    /** @param value null if the flag was not given */
    GivenFlags with(String name, Setting<?> setting, @Nullable String value) {
        if (value != null) {
            flags.add(new Flag(name, setting.key(), value));
        }
        return this;
    }

    Flag[] all() {
        return flags.toArray(Flag[]::new);
    }
}
