package io.journeystream.ingest.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.journeystream.ingest.files.Format;
import io.journeystream.ingest.identifiers.IdentifierSettings;
import io.journeystream.rejects.Reject;
import io.journeystream.rejects.RejectReason;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The examples on the real data beside this repository; without it, skipped. */
class RealExportsTest {
    private static final Path ROOT = Path.of("..");
    private static final Path DATA = ROOT.resolve("../shared/data");

    private final RememberingSink sink = new RememberingSink();

    @Test
    void a_month_of_calls_of_a_bank() throws Exception {
        ImportResult result = run("technion", "technion/january.txt.gz", Format.TSV, ZoneId.of("Asia/Jerusalem"));

        assertThat(result.counts()).isEqualTo(new ImportCounts(31_599, 240, 32, 136_434, 0, 0));
        assertThat(sink.rejects()).extracting(Reject::getReason).containsOnly(RejectReason.MAPPING_FAILED);
        assertThat(sink.rejects().get(0).getMessage()).startsWith("negative time: ");
        assertThat(result.damage()).isEmpty();
        assertThat(result.warnings()).isEmpty();
    }

    @Test
    void incidents_of_a_service_desk() throws Exception {
        ImportResult result = run("servicenow", "servicenow/incidents-subset.csv.gz", null, ZoneOffset.UTC);

        assertThat(result.counts().rows()).isEqualTo(14_720);
        assertThat(result.counts().eventsSent()).isEqualTo(13_929);
        assertThat(sink.rejects()).isEmpty();
    }

    private ImportResult run(String example, String file, @Nullable Format format, ZoneId zone) throws Exception {
        Path data = DATA.resolve(file);
        assumeTrue(Files.exists(data), () -> "skipped, because the real data is not here: " + data);
        ImportSettings settings = new ImportSettings(
                List.of(data),
                ROOT.resolve("examples").resolve(example).resolve("mapping.jsonata"),
                format,
                null,
                zone,
                null);
        return new Import(settings, IdentifierSettings.STANDARD, sink, Clock.systemUTC())
                .run(ImportProgress.Listener.NONE);
    }
}
