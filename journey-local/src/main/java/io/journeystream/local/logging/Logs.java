package io.journeystream.local.logging;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.FileAppender;
import ch.qos.logback.core.OutputStreamAppender;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the log goes: to a file; the console has only warnings worth a person's time ({@code logback.xml}). */
public final class Logs {
    private static final String OURS = "io.journeystream";

    private static volatile @Nullable Path place;
    private static volatile @Nullable Path temporary;

    private Logs() {}

    /** From now on everything is logged there too; the directory must exist. */
    public static void to(Path file) {
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setFile(file.toString());
        add(appender, "file", "%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %logger{30} %msg%n");
        place = file;
    }

    /**
     * From now on the log goes to standard error, with time stamps, as whoever runs a service expects: all that we say,
     * and the warnings of others.
     */
    public static void toStandardError() throws IOException {
        finish();
        temporary = null;
        place = null;
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        context.getLogger(OURS).detachAndStopAllAppenders();
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAndStopAllAppenders();
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.WARN);
        ConsoleAppender<ILoggingEvent> appender = new ConsoleAppender<>();
        appender.setTarget("System.err");
        add(appender, "service", "%d{yyyy-MM-dd'T'HH:mm:ss.SSSXXX} %-5level %logger{0}: %msg%n");
    }

    private static void add(OutputStreamAppender<ILoggingEvent> appender, String name, String pattern) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern(pattern);
        encoder.start();
        appender.setContext(context);
        appender.setName(name);
        appender.setEncoder(encoder);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender(name);
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
    }

    /** Logs to a temporary file, until told to log elsewhere; it goes with this process unless it is kept. */
    public static void temporary() throws IOException {
        Path file = Files.createTempFile("journeystream-", ".log");
        to(file);
        temporary = file;
    }

    /** Keeps the log file for people to look at; empty if there is none. */
    public static Optional<Path> keep() {
        temporary = null;
        return Optional.ofNullable(place);
    }

    /** Deletes the log file if it is temporary and nobody wanted to keep it. */
    public static void finish() throws IOException {
        Path file = temporary;
        if (file != null) {
            Files.deleteIfExists(file);
        }
    }
}
