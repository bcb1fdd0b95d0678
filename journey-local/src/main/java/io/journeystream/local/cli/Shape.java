package io.journeystream.local.cli;

/** For whom an answer is written. */
enum Shape {
    /** People. */
    TEXT,
    /** Scripts: one object a line. */
    JSON
}
