package io.journeystream.local.cli;

import java.time.Instant;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A moment, or how long ago it was. */
@FunctionalInterface
interface When {

    /** The moment, if it is now that time. */
    Instant at(Instant now);

    /** Reads an instant, a date (its begin in UTC) or a time span. */
    final class Converter implements ITypeConverter<When> {
        private static final Pattern DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");

        @Override
        public When convert(String text) {
            if (DATE.matcher(text).matches()) {
                return convert(text + "T00:00:00Z");
            }
            if (text.contains("T")) {
                Instant instant = new AnalyzeCommand.Moment().convert(text);
                return now -> instant;
            }
            try {
                var ago = new TimeSpan().convert(text);
                return now -> now.minus(ago);
            } catch (TypeConversionException e) {
                throw new TypeConversionException("'" + text
                        + "' is no moment; give a date such as 2026-03-01, an instant such as 2026-03-01T13:00:00Z,"
                        + " or how long ago, such as 30m, 2h or 1d");
            }
        }
    }
}
