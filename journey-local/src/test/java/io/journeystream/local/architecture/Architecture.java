package io.journeystream.local.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget.CodeUnitAccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.HasName;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import org.apache.avro.specific.AvroGenerated;

/** What may know what (docs/architecture.md, "Places"), and what nobody may do. */
final class Architecture {
    private static final String CONTRACT = "io.journeystream.topics..";
    private static final String REGISTRY = "io.journeystream.registry..";
    private static final String RUNTIME = "io.journeystream.runtime..";
    private static final String INGEST = "io.journeystream.ingest..";
    private static final String STREAMS = "io.journeystream.streams..";
    private static final String SERVE = "io.journeystream.serve..";
    private static final String LOCAL = "io.journeystream.local..";

    /** All that is in no other module: whoever adds a package has to say so, or lives by these rules. */
    private static final DescribedPredicate<JavaClass> MODEL = resideInAPackage("io.journeystream..")
            .and(resideOutsideOfPackages(CONTRACT, REGISTRY, RUNTIME, INGEST, STREAMS, SERVE, LOCAL))
            .as("classes of the model");

    /** All but the records made from the schemas, which any package of the model may use. */
    static final DescribedPredicate<JavaClass> HAND_WRITTEN =
            DescribedPredicate.describe("hand-written classes", type -> !isGenerated(type));

    private Architecture() {}

    private static boolean isGenerated(JavaClass type) {
        return type.isAnnotatedWith(AvroGenerated.class)
                || type.getEnclosingClass().map(Architecture::isGenerated).orElse(false);
    }

    static ArchRule modelKnowsOnlyPlainJava() {
        return noClasses()
                .that(MODEL)
                .should()
                .dependOnClassesThat(not(MODEL)
                        .and(resideOutsideOfPackages(
                                "java..", "org.apache.avro..", "org.jspecify..", "org.yaml.snakeyaml..")))
                .because("the model is plain Java with Avro records: no Kafka, no HTTP");
    }

    static ArchRule modelReachesNothingOutside() {
        return noClasses()
                .that(MODEL)
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.net..", "java.sql..", "java.rmi.."))
                .orShould()
                .dependOnClassesThat(
                        HasName.Predicates.nameMatching("java\\.util\\.(Random|Timer)|java\\.lang\\.Thread"))
                .because("the same in gives the same out");
    }

    static ArchRule yamlStaysWithTheDefinitions() {
        return noClasses()
                .that()
                .resideOutsideOfPackage("io.journeystream.definitions.yaml..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.yaml.snakeyaml.."));
    }

    static ArchRule contractKnowsOnlyTheModel() {
        return noClasses()
                .that()
                .resideInAnyPackage(CONTRACT, REGISTRY)
                .should()
                .dependOnClassesThat(
                        resideInAnyPackage(RUNTIME, INGEST, STREAMS, SERVE, LOCAL, "org.apache.kafka.streams.."));
    }

    static ArchRule runtimeKnowsNoService() {
        return noClasses()
                .that()
                .resideInAnyPackage(RUNTIME)
                .should()
                .dependOnClassesThat(resideInAnyPackage(INGEST, STREAMS, SERVE, LOCAL, "org.apache.kafka.streams.."))
                .because("what all services share is configured by them, not the other way round");
    }

    static ArchRule ingestAndStreamsMeetOnlyInTopics() {
        return noClasses()
                .that()
                .resideInAnyPackage(INGEST)
                .should()
                .dependOnClassesThat(resideInAnyPackage(STREAMS, SERVE, LOCAL, "org.apache.kafka.streams.."))
                .because("what the edge and the streams share is the topics");
    }

    static ArchRule streamsKnowNeitherEdgeNorMachine() {
        return noClasses()
                .that()
                .resideInAnyPackage(STREAMS)
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        RUNTIME, INGEST, SERVE, LOCAL, "java.net.http..", "com.sun.net.httpserver.."));
    }

    static ArchRule serveReadsTopicsOnly() {
        return noClasses()
                .that()
                .resideInAnyPackage(SERVE)
                .should()
                .dependOnClassesThat(resideInAnyPackage(INGEST, LOCAL, "org.apache.kafka.streams..")
                        .or(resideInAPackage(STREAMS).and(resideOutsideOfPackage("io.journeystream.streams.intake.."))))
                .because("what is served comes from the topics, judged as streams judges them");
    }

    static ArchRule timeComesFromTheData() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(LOCAL)
                .should()
                .accessTargetWhere(readsTheWallClock())
                .because(
                        "time comes from the data; the edge is handed a clock (System.nanoTime may measure how long something took)");
    }

    private static DescribedPredicate<JavaAccess<?>> readsTheWallClock() {
        return DescribedPredicate.describe("read the wall clock", access -> {
            String owner = access.getTargetOwner().getName();
            String method = access.getTarget().getName();
            return switch (owner) {
                case "java.lang.System" -> method.equals("currentTimeMillis");
                case "java.util.Date", "java.util.GregorianCalendar" -> method.equals("<init>");
                case "java.time.Clock" -> method.startsWith("system") || method.startsWith("tick");
                default -> owner.startsWith("java.time.") && method.equals("now") && hasNoClock(access);
            };
        });
    }

    /** {@code Instant.now(clock)} is fine: whoever made the clock decides what time it is. */
    private static boolean hasNoClock(JavaAccess<?> access) {
        return !(access.getTarget() instanceof CodeUnitAccessTarget target)
                || target.getRawParameterTypes().stream().noneMatch(type -> type.isEquivalentTo(Clock.class));
    }

    static ArchRule onlyTheTerminalPrints() {
        return noClasses()
                .that()
                .resideOutsideOfPackages("io.journeystream.local.cli..", "io.journeystream.local.view..")
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .callMethodWhere(JavaCall.Predicates.target(HasName.Predicates.name("printStackTrace")));
    }

    static ArchRule packagesAreNamedByCapability() {
        return noClasses()
                .should()
                .resideInAnyPackage(
                        "..util..", "..utils..", "..common..", "..impl..", "..manager..", "..helper..", "..misc..");
    }

    static ArchRule noCyclesBetween(String packages) {
        return slices().matching(packages).should().beFreeOfCycles();
    }
}
