package io.journeystream.runtime.configuration;

import java.util.ArrayList;
import java.util.List;

/** The settings as a page for people, made from their declarations. */
public final class Reference {
    private Reference() {}

    /** A Markdown table of the settings, a row each. */
    public static String table(List<Setting<?>> settings) {
        StringBuilder table =
                new StringBuilder("| key | environment | value | default | meaning |\n|---|---|---|---|---|\n");
        settings.forEach(setting -> table.append("| `%s` | `%s` | %s | %s | %s |\n"
                .formatted(
                        setting.key(),
                        setting.variable(),
                        setting.kind().form(),
                        standard(setting),
                        meaning(setting))));
        return table.toString();
    }

    /** The same for a terminal: the key, and below it what there is to say. */
    public static List<String> lines(List<Setting<?>> settings) {
        List<String> lines = new ArrayList<>();
        settings.forEach(setting -> {
            lines.add(setting.key());
            lines.add("    " + meaning(setting));
            lines.add("    " + setting.variable() + ", " + setting.kind().form() + ", "
                    + (setting.standard() == null ? "no default" : "default " + setting.standard()));
        });
        return lines;
    }

    private static String standard(Setting<?> setting) {
        return setting.standard() == null ? "" : "`" + setting.standard() + "`";
    }

    private static String meaning(Setting<?> setting) {
        return setting.kind().secret()
                ? setting.meaning() + " Secret: may be given as `" + setting.keyOfFile() + "`, a file with it, instead."
                : setting.meaning();
    }
}
