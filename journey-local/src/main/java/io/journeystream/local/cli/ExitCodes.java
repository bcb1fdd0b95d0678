package io.journeystream.local.cli;

/** What the commands tell the shell; documented in {@code --help}. */
final class ExitCodes {
    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    /** Done as far as it could be; what is left was told. */
    static final int INCOMPLETE = 3;
    /** Two things that should be equal are not. */
    static final int DIFFERENT = 4;
    /** 128 and the number of SIGINT, as shells have it. */
    static final int INTERRUPTED = 130;

    private ExitCodes() {}
}
