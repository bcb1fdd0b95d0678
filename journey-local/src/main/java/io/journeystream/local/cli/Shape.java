package io.journeystream.local.cli;

/** For whom an answer is written. */
enum Shape {
    /** People. */
    TEXT,
    /** Scripts: one object on one line. */
    JSON
}
