package io.journeystream.local.cli;

import io.journeystream.local.sql.ExportFormat;
import io.journeystream.local.sql.ExportOrder;
import io.journeystream.local.sql.StarInSql;
import io.journeystream.local.view.Console;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code ./journey export}: the star as files. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        description = {
            "Writes the views of bi_v1 (docs/analysts.md) to files, one each, from the topics as they are now, and"
                    + " manifest.json: rows, offsets read, definitions, watermark. Nothing in Kafka changes.",
            ""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:written",
            "1:failed; one sentence on standard error says why and what to do, and files of an earlier run are left",
            "2:wrong usage",
            "130:interrupted with Ctrl-C; nothing was written"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./journey export --format parquet --out star --data demo-data",
            "  ./journey export --format csv --since 30d --views fact_journey,fact_contact \\",
            "      --out star --config journey.properties"
        })
final class ExportCommand implements Callable<Integer> {
    private final Console console;

    @Option(names = "--format", paramLabel = "FORMAT", required = true, description = "parquet or csv.")
    private ExportFormat format = ExportFormat.PARQUET;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            required = true,
            description = "Where to write; files there are replaced, each as a whole.")
    private Path out = Path.of("star");

    @Option(
            names = "--views",
            paramLabel = "VIEW",
            split = ",",
            description = "Only these, with commas between, such as fact_journey,dim_channel; without it all.")
    private List<String> views = new ArrayList<>();

    @Mixin
    private final SpanOptions span = new SpanOptions();

    @Mixin
    private final TopicsOptions topics = new TopicsOptions();

    ExportCommand(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() throws InterruptedException {
        ExportOrder order = new ExportOrder(format, views, span.span(Clock.systemUTC()), out);
        StarInSql star = StarInSql.find("export");
        topics.use(console, source -> star.export(order, source, console));
        return ExitCodes.DONE;
    }
}
