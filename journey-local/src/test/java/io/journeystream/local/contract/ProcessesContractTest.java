package io.journeystream.local.contract;

import java.nio.file.Path;

/** The pipeline as processes on this machine. */
class ProcessesContractTest extends PipelineContract {
    @Override
    Deployment deploy(Path directory) throws Exception {
        return Processes.start(directory);
    }
}
