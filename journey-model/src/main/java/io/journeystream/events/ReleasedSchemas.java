package io.journeystream.events;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** The schemas that a topic has had, oldest first, as they are kept beside the current one on the class path. */
final class ReleasedSchemas {
    private ReleasedSchemas() {}

    static List<Schema> of(String topic) {
        List<Schema> released = new ArrayList<>();
        for (int version = 1; ; version++) {
            try (InputStream in =
                    ReleasedSchemas.class.getResourceAsStream("/schemas/versions/" + topic + "/" + version + ".avsc")) {
                if (in == null) {
                    return released;
                }
                released.add(new Schema.Parser().parse(in));
            } catch (IOException e) {
                throw new UncheckedIOException("cannot read version " + version + " of " + topic, e);
            }
        }
    }
}
