package io.journeystream.local.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version of this build, and of what it runs on. */
final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() throws IOException {
        Properties build = new Properties();
        try (InputStream file = Version.class.getResourceAsStream("/io/journeystream/local/build.properties")) {
            if (file != null) {
                build.load(file);
            }
        }
        return new String[] {
            "Journeystream " + build.getProperty("version", "(unpackaged)"),
            "Kafka " + build.getProperty("kafka", "?") + ", Java " + System.getProperty("java.version")
        };
    }
}
