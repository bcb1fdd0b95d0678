package io.journeystream.local.cli;

/** For whom figures are written. */
enum FigureOutput {
    /** People. */
    TABLE,
    /** Spreadsheets and BI. */
    CSV,
    /** Scripts: one object a line. */
    JSON
}
