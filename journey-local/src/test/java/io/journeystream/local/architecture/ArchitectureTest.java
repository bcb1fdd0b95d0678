package io.journeystream.local.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The architecture, and for each rule of it a class that breaks it: a rule that cannot fail is none. */
class ArchitectureTest {
    private static final JavaClasses SOURCES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.journeystream");
    private static final JavaClasses PLANTED = new ClassFileImporter()
            .withImportOption(new ImportOption.OnlyIncludeTests())
            .importPackages(
                    "io.journeystream.planted",
                    "io.journeystream.ingest.planted",
                    "io.journeystream.runtime.planted",
                    "io.journeystream.serve.planted",
                    "io.journeystream.streams.planted",
                    "io.journeystream.topics.planted");

    private record Rule(String name, ArchRule rule, Set<String> brokenBy) {}

    private static final List<Rule> RULES = List.of(
            new Rule("the model knows only plain Java", Architecture.modelKnowsOnlyPlainJava(), Set.of("KnowsKafka")),
            new Rule(
                    "the model reaches nothing outside",
                    Architecture.modelReachesNothingOutside(),
                    Set.of("KnowsHttp")),
            new Rule(
                    "YAML stays with the definitions", Architecture.yamlStaysWithTheDefinitions(), Set.of("KnowsYaml")),
            new Rule(
                    "the contract knows only the model",
                    Architecture.contractKnowsOnlyTheModel(),
                    Set.of("KnowsTheEdge")),
            new Rule("what runs services knows none", Architecture.runtimeKnowsNoService(), Set.of("KnowsServices")),
            new Rule(
                    "ingest and streams meet only in topics",
                    Architecture.ingestAndStreamsMeetOnlyInTopics(),
                    Set.of("KnowsStreams")),
            new Rule(
                    "streams know neither edge nor machine",
                    Architecture.streamsKnowNeitherEdgeNorMachine(),
                    Set.of("KnowsIngest")),
            new Rule("serve reads topics only", Architecture.serveReadsTopicsOnly(), Set.of("KnowsState")),
            new Rule(
                    "time comes from the data",
                    Architecture.timeComesFromTheData(),
                    Set.of("Now", "Today", "Millis", "Ticking")),
            new Rule("only the terminal prints", Architecture.onlyTheTerminalPrints(), Set.of("Out", "Err", "Trace")),
            new Rule(
                    "packages are named by capability",
                    Architecture.packagesAreNamedByCapability(),
                    Set.of("Anything")));

    @Test
    void allModulesAreLookedAt() {
        assertThat(Stream.of("definitions", "topics", "registry", "runtime", "ingest", "streams", "serve", "local"))
                .allSatisfy(module -> assertThat(SOURCES.containPackage("io.journeystream." + module))
                        .as(module)
                        .isTrue());
    }

    @TestFactory
    Stream<DynamicTest> theSourcesKeepToTheArchitecture() {
        return RULES.stream()
                .map(rule ->
                        DynamicTest.dynamicTest(rule.name(), () -> rule.rule().check(SOURCES)));
    }

    @TestFactory
    Stream<DynamicTest> eachRuleIsBrokenByExactlyWhatWasPlanted() {
        return RULES.stream()
                .map(rule -> DynamicTest.dynamicTest(rule.name(), () -> {
                    List<String> lines =
                            rule.rule().evaluate(PLANTED).getFailureReport().getDetails();
                    Set<String> broken = PLANTED.stream()
                            .filter(planted -> lines.stream().anyMatch(line -> isAbout(planted, line)))
                            .map(JavaClass::getSimpleName)
                            .collect(Collectors.toSet());
                    assertThat(broken).isEqualTo(rule.brokenBy());
                }));
    }

    /** A violation names first, in angle brackets, the class or its member that is at fault. */
    private static boolean isAbout(JavaClass planted, String violation) {
        String fault = violation.substring(violation.indexOf('<') + 1);
        return fault.startsWith(planted.getName() + ".") || fault.startsWith(planted.getName() + ">");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "io.journeystream.ingest.(*)..",
                "io.journeystream.streams.(*)..",
                "io.journeystream.serve.(*)..",
                "io.journeystream.runtime.(*)..",
                "io.journeystream.local.(*)..",
                "io.journeystream.(*).."
            })
    void slicesDoNotKnowEachOtherInCycles(String packages) {
        Architecture.noCyclesBetween(packages).check(SOURCES.that(Architecture.HAND_WRITTEN));
    }

    @Test
    void aCycleWouldBeSeen() {
        assertThat(Architecture.noCyclesBetween("io.journeystream.planted.(*)..")
                        .evaluate(PLANTED)
                        .hasViolation())
                .isTrue();
    }
}
