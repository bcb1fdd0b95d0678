package io.journeystream.local.rejects;

import io.journeystream.ingest.rejects.StoredReject;
import io.journeystream.local.view.Figures;
import io.journeystream.registry.SchemaRegistry;
import io.journeystream.rejects.Reject;
import io.journeystream.rejects.Stage;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All there is to one reject, for people: where and why, then its payload whole. */
public final class RejectPage {
    private static final String NAME = "%-13s";

    private final SchemaRegistry registry;

    /** @param registry asked for the schemas of records that streams refused */
    public RejectPage(SchemaRegistry registry) {
        this.registry = registry;
    }

    /** The lines. */
    public List<String> lines(StoredReject stored) {
        Reject reject = stored.reject();
        List<String> lines = new ArrayList<>();
        add(lines, "address", stored.address());
        add(lines, "refused at", reject.getRejectedAt() + ", by " + reject.getStage());
        add(lines, "reason", reject.getReason());
        add(lines, "message", reject.getMessage());
        add(lines, "pointer", reject.getPointer());
        add(lines, "source", reject.getSource());
        add(lines, "event id", reject.getEventId());
        add(lines, "file", RejectPlace.file(reject));
        add(lines, "record", RejectPlace.record(reject));
        add(lines, "key", key(reject.getKey()));
        add(lines, "header", reject.getHeader());
        add(lines, "delimiter", "\t".equals(reject.getDelimiter()) ? "tab" : reject.getDelimiter());
        add(lines, "content type", reject.getContentType());
        add(lines, "payload", size(stored));
        lines.add("");
        lines.addAll(payload(stored));
        return lines;
    }

    private static void add(List<String> lines, String name, @Nullable Object value) {
        if (value != null) {
            lines.add(NAME.formatted(name) + value);
        }
    }

    private static @Nullable String key(@Nullable ByteBuffer key) {
        if (key == null) {
            return null;
        }
        byte[] bytes = new byte[key.remaining()];
        key.duplicate().get(bytes);
        return PlainText.of(bytes).orElseGet(() -> HexDump.plain(bytes));
    }

    private static String size(StoredReject stored) {
        long omitted = stored.reject().getOmittedBytes();
        String kept = Figures.count(stored.payload().length) + " bytes";
        return omitted == 0 ? kept : kept + "; the last " + Figures.count(omitted) + " were too much to be kept";
    }

    private List<String> payload(StoredReject stored) {
        byte[] payload = stored.payload();
        if (stored.reject().getStage() == Stage.STREAMS) {
            List<String> lines = new ArrayList<>(HexDump.lines(payload));
            lines.add("");
            lines.addAll(new AvroAttempt(registry).lines(payload));
            return lines;
        }
        return PlainText.of(payload)
                .map(text -> MarkedJson.lines(text, stored.reject().getPointer())
                        .orElseGet(() -> text.lines().toList()))
                .orElseGet(() -> HexDump.lines(payload));
    }
}
