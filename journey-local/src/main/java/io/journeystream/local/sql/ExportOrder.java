package io.journeystream.local.sql;

import io.journeystream.serve.health.Span;
import java.nio.file.Path;
import java.util.List;

/**
 * What is exported.
 *
 * @param views by their names without a schema; none for all
 * @param span of which time facts are
 * @param out directory
 */
public record ExportOrder(ExportFormat format, List<String> views, Span span, Path out) {
    public ExportOrder {
        views = List.copyOf(views);
    }

    /** Name of the file of a view. */
    public String file(String view) {
        return view + "." + format.extension();
    }
}
