package io.journeystream.local.contract;

import java.nio.file.Path;
import org.testcontainers.junit.jupiter.Testcontainers;

/** The pipeline in containers, of the image and of those that the compose file names, where an engine answers. */
@Testcontainers(disabledWithoutDocker = true)
class ContainersContractTest extends PipelineContract {
    @Override
    Deployment deploy(Path directory) {
        return Containers.start();
    }
}
