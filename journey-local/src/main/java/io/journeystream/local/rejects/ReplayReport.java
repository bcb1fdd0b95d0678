package io.journeystream.local.rejects;

import io.journeystream.ingest.rejects.Outcome;
import io.journeystream.ingest.rejects.Replay;
import io.journeystream.ingest.rejects.ReplayCounts;
import io.journeystream.ingest.rejects.StoredReject;
import io.journeystream.local.view.Console;
import io.journeystream.local.view.Figures;

/** Tells what became of a replay: each reject that did not go in, and the counts. */
public final class ReplayReport implements Replay.Listener {
    private static final int TOLD = 100;

    private final Console console;
    private final boolean trial;
    private long problems;

    /** @param trial nothing is sent */
    public ReplayReport(Console console, boolean trial) {
        this.console = console;
        this.trial = trial;
    }

    @Override
    public void heard(StoredReject stored, Outcome outcome) {
        if (outcome instanceof Outcome.StillRefused refused) {
            tell(stored, "still refused, " + refused.reason() + ": " + refused.message());
        } else if (outcome instanceof Outcome.NotReplayable not) {
            tell(stored, "not replayable: " + not.why());
        }
    }

    private void tell(StoredReject stored, String what) {
        problems++;
        if (problems <= TOLD) {
            console.err().println(stored.address() + " (" + RejectPlace.of(stored.reject()) + ") " + what);
        } else if (problems == TOLD + 1) {
            console.err().println("... more of them are only counted");
        }
    }

    /** To be called at the end. */
    public void done(ReplayCounts counts) {
        console.out()
                .println(Figures.count(counts.rejects()) + (counts.rejects() == 1 ? " reject: " : " rejects: ")
                        + Figures.count(counts.replayed()) + (trial ? " would go in (" : " went in (")
                        + Figures.count(counts.events()) + (counts.events() == 1 ? " event), " : " events), ")
                        + Figures.count(counts.leftOut()) + " left out by the mapping, "
                        + Figures.count(counts.stillRefused()) + " still refused, "
                        + Figures.count(counts.notReplayable()) + " not replayable"
                        + (trial ? "; nothing was sent" : ""));
    }
}
