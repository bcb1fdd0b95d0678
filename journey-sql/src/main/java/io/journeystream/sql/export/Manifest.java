package io.journeystream.sql.export;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.journeystream.local.sql.ExportOrder;
import io.journeystream.sql.topics.AsRead;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What an export holds, and of which state of the topics it is. */
final class Manifest {
    static final String FILE = "manifest.json";

    private static final JsonMapper JSON =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    private Manifest() {}

    /** @param rows of each file, by view */
    static String of(ExportOrder order, AsRead read, Map<String, Long> rows) {
        Map<String, @Nullable Object> manifest = new LinkedHashMap<>();
        manifest.put("readAt", read.at().toString());
        manifest.put("watermark", text(read.watermark()));
        manifest.put("definitionsVersion", read.definitions().version());
        manifest.put("currency", read.definitions().currency());
        manifest.put("format", order.format().name().toLowerCase(Locale.ROOT));
        manifest.put("since", text(order.span().since()));
        manifest.put("until", text(order.span().until()));
        Map<String, Object> views = new LinkedHashMap<>();
        rows.forEach((view, count) -> views.put(view, Map.of("file", order.file(view), "rows", count)));
        manifest.put("views", views);
        manifest.put("endOffsets", read.byTopic());
        try {
            return JSON.writeValueAsString(manifest) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("texts and numbers are always JSON", e);
        }
    }

    private static @Nullable String text(@Nullable Instant time) {
        return time == null ? null : time.toString();
    }
}
