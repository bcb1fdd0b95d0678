package io.journeystream.local.process;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** How a test runs a class in a JVM of its own: soon ready, and small. */
public final class ChildJvm {
    private ChildJvm() {}

    /**
     * The words to begin with; arguments of the class may follow.
     *
     * @param memory of the heap, such as {@code 256m}
     * @param main of this module or its tests
     * @param options further ones of the JVM
     */
    public static List<String> command(String memory, Class<?> main, String... options) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(List.of("-Xmx" + memory, "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        words.addAll(List.of(options));
        words.add("-cp");
        words.add(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")));
        words.add(main.getName());
        return words;
    }
}
