package io.journeystream.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.bench.functions.FunctionsCommand;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** That each function is measured beside its reference; how fast, a test does not ask. */
class FunctionsTest {
    @Test
    void everyFunctionIsToldAsARatioToItsReference() {
        StringWriter out = new StringWriter();

        int code = new CommandLine(new FunctionsCommand(new PrintWriter(out, true))).execute("--quick");

        assertThat(code).isZero();
        assertThat(out.toString().lines())
                .hasSize(5)
                .allMatch(line -> line.matches(
                        "\\w+ +[\\d,]+ ns = +[\\d.]+ x (readJson|sortEvents|eventAfter10) \\([\\d,]+ ns\\)"));
    }
}
