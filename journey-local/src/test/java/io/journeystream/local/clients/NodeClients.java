package io.journeystream.local.clients;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The scripts of {@code src/test/clients} with their libraries, installed below {@code target} once per version. */
public final class NodeClients {
    private static final Path SCRIPTS = Path.of("src", "test", "clients");
    private static final Path INSTALLED = Path.of("target", "clients");
    private static final String LIBRARIES = "package.json";
    private static final String STAMP = "installed.json";

    private NodeClients() {}

    public static boolean canRun() {
        return Command.exists("node") && Command.exists("npm");
    }

    /** What the script prints, line by line. */
    public static List<String> run(String script, List<String> arguments) throws IOException, InterruptedException {
        copyScripts();
        installLibraries();
        List<String> words = new ArrayList<>(List.of("node", "--max-old-space-size=256", script));
        words.addAll(arguments);
        return Command.lines(INSTALLED, words);
    }

    private static void copyScripts() throws IOException {
        Files.createDirectories(INSTALLED);
        try (Stream<Path> files = Files.list(SCRIPTS)) {
            for (Path file : files.toList()) {
                Files.copy(file, INSTALLED.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void installLibraries() throws IOException, InterruptedException {
        Path wanted = INSTALLED.resolve(LIBRARIES);
        Path stamp = INSTALLED.resolve(STAMP);
        if (Files.exists(stamp) && Files.mismatch(wanted, stamp) == -1) {
            return;
        }
        Command.lines(
                INSTALLED,
                List.of("npm", "install", "--no-package-lock", "--ignore-scripts", "--no-audit", "--no-fund"));
        Files.copy(wanted, stamp, StandardCopyOption.REPLACE_EXISTING);
    }
}
