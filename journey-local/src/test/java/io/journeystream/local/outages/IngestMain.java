package io.journeystream.local.outages;

import io.journeystream.ingest.http.IngestService;
import io.journeystream.ingest.http.IngestSettings;
import io.journeystream.registry.CachingRegistry;
import io.journeystream.registry.HttpSchemaRegistry;
import io.journeystream.registry.RegistrySettings;
import java.time.Clock;
import java.util.concurrent.CountDownLatch;

/** The edge alone. Arguments: addresses of the brokers, address of the registry, port. */
final class IngestMain {
    private IngestMain() {}

    @SuppressWarnings("try") // it works until it is killed
    public static void main(String[] arguments) throws Exception {
        try (IngestService service = IngestService.start(
                IngestSettings.local(Integer.parseInt(arguments[2]), arguments[0]),
                new CachingRegistry(new HttpSchemaRegistry(RegistrySettings.of(arguments[1]))),
                Clock.systemUTC())) {
            new CountDownLatch(1).await();
        }
    }
}
