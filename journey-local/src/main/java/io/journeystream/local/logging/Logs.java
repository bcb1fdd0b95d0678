package io.journeystream.local.logging;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.FileAppender;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where the log goes: to a file; the console has only warnings worth a person's time ({@code logback.xml}). */
public final class Logs {
    private static volatile @Nullable Path place;

    private Logs() {}

    /** From now on everything is logged there too; the directory must exist. */
    public static void to(Path file) {
        LoggerContext context = (LoggerContext) LoggerFactory.getILoggerFactory();
        PatternLayoutEncoder encoder = new PatternLayoutEncoder();
        encoder.setContext(context);
        encoder.setPattern("%d{yyyy-MM-dd HH:mm:ss.SSS} %-5level [%thread] %logger{30} %msg%n");
        encoder.start();
        FileAppender<ILoggingEvent> appender = new FileAppender<>();
        appender.setContext(context);
        appender.setName("file");
        appender.setFile(file.toString());
        appender.setEncoder(encoder);
        appender.start();
        context.getLogger(Logger.ROOT_LOGGER_NAME).detachAppender("file");
        context.getLogger(Logger.ROOT_LOGGER_NAME).addAppender(appender);
        place = file;
    }

    /** The log file; empty while there is none. */
    public static Optional<Path> place() {
        return Optional.ofNullable(place);
    }
}
