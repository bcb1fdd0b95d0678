package io.journeystream.local.sql;

/** For whom an answer is written. */
public enum AnswerFormat {
    /** People. */
    TABLE,
    /** Spreadsheets. */
    CSV,
    /** Scripts: an array of objects. */
    JSON,
    /** Other tools of analysis; a file. */
    PARQUET
}
