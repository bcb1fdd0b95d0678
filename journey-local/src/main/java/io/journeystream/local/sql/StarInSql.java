package io.journeystream.local.sql;

import io.journeystream.local.Failure;
import io.journeystream.local.view.Console;
import java.util.ServiceLoader;
import org.jspecify.annotations.Nullable;

/**
 * The star in an embedded database, read from the topics for the time of a command. What does it is in a module of its
 * own, for it brings 77 MB that most commands do not need.
 */
public interface StarInSql {

    /**
     * That of this build.
     *
     * @param command for which it is needed
     * @throws Failure if this build has none
     */
    static StarInSql find(String command) {
        return ServiceLoader.load(StarInSql.class)
                .findFirst()
                .orElseThrow(() -> new Failure(command
                        + " needs the module journey-sql with DuckDB (77 MB), which is not"
                        + " here, as in the image: run ./journey " + command + " from the sources, which builds it"));
    }

    /**
     * Answers.
     *
     * @param source null: the database that is kept is asked as it is
     * @throws Failure if a statement is refused
     */
    void ask(Question question, @Nullable StarSource source, Console console) throws InterruptedException;

    /** Writes views to files. */
    void export(ExportOrder order, StarSource source, Console console) throws InterruptedException;
}
