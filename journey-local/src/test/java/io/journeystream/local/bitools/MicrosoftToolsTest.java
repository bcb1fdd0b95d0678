package io.journeystream.local.bitools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.journeystream.local.clients.NodeClients;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Microsoft's validator of reports and its parser of M take the project for Power BI, and would not take a broken one. */
class MicrosoftToolsTest {
    private static final String VISUAL = "pages/health/visuals/over_time/visual.json";

    @TempDir
    private Path directory;

    @Test
    void report_and_queries_are_taken() throws Exception {
        assumeTrue(NodeClients.canRun(), "node and npm are not installed");
        Map<String, String> queries = SemanticModel.read(SemanticModel.OURS).queries();

        List<String> said = said(ProjectCopy.PROJECT, queries);

        assertThat(said).first().isEqualTo("report succeeded");
        assertThat(queries).hasSizeGreaterThan(25);
        assertThat(said.subList(1, said.size()))
                .containsExactlyElementsOf(queries.keySet().stream()
                        .map(place -> "parsed " + place)
                        .toList());
    }

    @Test
    void a_broken_report_and_a_broken_query_are_told() throws Exception {
        assumeTrue(NodeClients.canRun(), "node and npm are not installed");
        Path broken = ProjectCopy.with(
                directory, "Journeystream.Report/definition/" + VISUAL, "\"Category\"", "\"Categories\"");
        Map<String, String> queries = new TreeMap<>(Map.of("here", "let Source = 1 View = Source in View"));

        List<String> said = said(broken, queries);

        assertThat(said).first().isEqualTo("report failed");
        assertThat(said).anySatisfy(line -> assertThat(line).startsWith("error PBIR_ROLE_UNKNOWN"));
        assertThat(said).last().asString().startsWith("unparsed here Expected");
    }

    private static String absolute(Path path) {
        return path.toAbsolutePath().normalize().toString();
    }

    private List<String> said(Path project, Map<String, String> queries) throws IOException, InterruptedException {
        Path file = directory.resolve("queries.json");
        Files.writeString(file, new JsonMapper().writeValueAsString(queries));
        return NodeClients.run(
                "check-powerbi.js", List.of(absolute(project.resolve("Journeystream.pbip")), absolute(file)));
    }
}
