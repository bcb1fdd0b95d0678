package io.journeystream.sql.answers;

import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/** Runs a statement so that Ctrl-C ends it: DuckDB itself hears of no interruption. */
final class Interruptible {
    private Interruptible() {}

    /** Whether it answers with rows. */
    static boolean execute(Statement statement, String sql) throws SQLException, InterruptedException {
        FutureTask<Boolean> running = new FutureTask<>(() -> statement.execute(sql));
        Thread thread = new Thread(running, "sql");
        thread.setDaemon(true);
        thread.start();
        try {
            return running.get();
        } catch (InterruptedException e) {
            statement.cancel();
            throw e;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof SQLException refused) {
                throw refused;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
