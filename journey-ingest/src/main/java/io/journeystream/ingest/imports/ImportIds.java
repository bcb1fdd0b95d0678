package io.journeystream.ingest.imports;

import io.journeystream.topics.ImportId;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Names an import after what it imports and how: the same command has the same name again, wherever the files lie, and
 * another mapping is another import.
 */
public final class ImportIds {
    private static final int BEGINNING = 1 << 20;
    private static final int DIGITS = 12;
    private static final int SHOWN = 80;

    private ImportIds() {}

    /**
     * The name of an import, from the names, sizes and beginnings of its files, the mapping and the options.
     *
     * @throws ImportRefused if a file can be read but once, such as a pipe
     * @throws IOException if a file cannot be read
     */
    public static ImportId of(ImportSettings settings) throws ImportRefused, IOException {
        MessageDigest digest = sha256();
        for (Path file : settings.files()) {
            if (!Files.isRegularFile(file)) {
                throw new ImportRefused(file + " is no regular file: give the import a name of its own with --id, so"
                        + " that the same import can be told again");
            }
            add(digest, name(file) + "|" + Files.size(file));
            addBeginning(digest, file);
        }
        if (settings.mapping() != null) {
            add(digest, Files.readString(settings.mapping()));
        }
        add(digest, settings.format() + "|" + settings.delimiter() + "|" + settings.zone() + "|" + settings.until());
        return new ImportId(readable(settings.files().get(0)) + "-"
                + HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS));
    }

    private static void addBeginning(MessageDigest digest, Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            digest.update(in.readNBytes(BEGINNING));
        }
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static String readable(Path file) {
        String name = name(file).replaceAll("[^A-Za-z0-9._-]", "_");
        return name.substring(0, Math.min(SHOWN, name.length()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
