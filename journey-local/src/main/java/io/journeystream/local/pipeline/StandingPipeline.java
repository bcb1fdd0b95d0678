package io.journeystream.local.pipeline;

import io.journeystream.ingest.http.IngestService;
import io.journeystream.ingest.http.IngestSettings;
import io.journeystream.local.Failure;
import io.journeystream.local.view.Console;
import io.journeystream.runtime.http.CannotListen;
import java.io.PrintWriter;

/** The whole of Journeystream in this process, open to everybody on this machine, until it is stopped. */
public final class StandingPipeline {
    private static final long LOOK_AGAIN_MILLIS = 200;

    private final PipelineSettings settings;
    private final IngestSettings edge;
    private final Console console;

    /** @param edge where events are taken in; its Kafka is that of the pipeline, whatever it says */
    public StandingPipeline(PipelineSettings settings, IngestSettings edge, Console console) {
        this.settings = settings;
        this.edge = edge;
        this.console = console;
    }

    /**
     * Runs until the thread is interrupted.
     *
     * @throws InterruptedException when it was, after everything has stopped
     * @throws Failure if something on this machine is in the way, or streams had to stop
     */
    public void run() throws InterruptedException {
        console.status("starting Kafka, registry, streams and ingest on this machine ...");
        try (Pipeline pipeline = Pipeline.start(settings);
                IngestService ingest = listen(pipeline)) {
            while (ingest.trouble().isPresent()) {
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
            tell(pipeline, ingest);
            while (true) {
                var unused = pipeline.ledger(); // refuses if streams had to stop
                Thread.sleep(LOOK_AGAIN_MILLIS);
            }
        }
    }

    private IngestService listen(Pipeline pipeline) {
        try {
            return IngestService.start(
                    edge.withBootstrapServers(pipeline.bootstrapServers()), pipeline.registry(), settings.clock());
        } catch (CannotListen e) {
            throw new Failure(String.valueOf(e.getMessage()), e);
        }
    }

    private void tell(Pipeline pipeline, IngestService ingest) {
        PrintWriter out = console.out();
        out.println("events           http://" + edge.http().host() + ":" + ingest.port() + "/v1/events");
        out.println("Kafka            " + pipeline.bootstrapServers());
        out.println("schema registry  " + pipeline.registryUrl());
        out.println("kept in          " + pipeline.dataDirectory() + (isKept() ? "" : ", until it is stopped"));
        out.println("Stop it with Ctrl-C.");
    }

    private boolean isKept() {
        return settings.stack().dataDirectory() != null;
    }
}
