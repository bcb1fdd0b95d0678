package io.journeystream.local.health;

import io.journeystream.local.view.Console;
import io.journeystream.local.view.Screen;
import io.journeystream.serve.health.HealthCells;
import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;

/** Shows cells anew whenever they change, until somebody interrupts it. */
public final class HealthWatch {
    private static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private final HealthCells cells;
    private final Supplier<List<String>> lines;

    /** @param lines what is to be shown of the cells as they are then */
    public HealthWatch(HealthCells cells, Supplier<List<String>> lines) {
        this.cells = cells;
        this.lines = lines;
    }

    /** Returns never but by an exception. */
    public void show(Console console) throws InterruptedException {
        try (Screen screen = new Screen(console)) {
            screen.show(lines.get());
            while (true) {
                Thread.sleep(LOOK_EVERY.toMillis());
                if (cells.refresh()) {
                    screen.show(lines.get());
                }
            }
        }
    }
}
