package io.journeystream.local.cli;

import io.journeystream.local.health.RecordRows;
import io.journeystream.local.view.Console;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.generic.IndexedRecord;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** For whom figures are written. */
enum FigureOutput {
    /** People. */
    TABLE,
    /** Spreadsheets and BI. */
    CSV,
    /** Scripts: one object a line. */
    JSON;

    /** Refuses {@code --provisional} for scripts, which are given both anyway. */
    void refuse(boolean provisional, CommandSpec spec) {
        if (provisional && this != TABLE) {
            throw new ParameterException(
                    spec.commandLine(), "--provisional is for the table; csv and json have matured and provisional");
        }
    }

    /**
     * Writes records for scripts.
     *
     * @param leftOut fields that say nothing here
     */
    void write(Console console, Schema schema, Set<String> leftOut, Collection<? extends IndexedRecord> records) {
        Stream<String> rows =
                this == CSV ? RecordRows.csv(schema, leftOut, records) : RecordRows.json(leftOut, records);
        rows.forEach(console.out()::print);
        console.out().flush();
    }
}
