package io.journeystream.local.serve;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.local.http.Caller;
import io.journeystream.local.http.Caller.Answer;
import io.journeystream.local.machine.LoopbackPort;
import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.registry.CachingRegistry;
import io.journeystream.registry.HttpSchemaRegistry;
import io.journeystream.registry.RegistrySettings;
import io.journeystream.serve.http.ServeService;
import java.time.Clock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class KafkaAwayTest {

    @Test
    void questions_are_put_off_until_kafka_is_there() throws Exception {
        int kafka = LoopbackPort.free();
        int registryPort = LoopbackPort.free();
        String registry = "http://127.0.0.1:" + registryPort;
        try (ServeService service = ServeService.start(
                Servers.settings("127.0.0.1:" + kafka, registry),
                new CachingRegistry(new HttpSchemaRegistry(RegistrySettings.of(registry))),
                Servers.alerts(),
                Clock.systemUTC())) {
            Caller caller = new Caller(service.port());
            Answer early = caller.call("GET", "/v1/identities?identifier=account:ada");
            assertThat(early.status()).isEqualTo(503);
            assertThat(early.header("Retry-After")).isNotEmpty();

            try (LocalStack stack = LocalStack.start(StackSettings.temporary().withPorts(kafka, registryPort))) {
                assertThat(stack.registryUrl()).isEqualTo(registry);
                Servers.awaitReady(caller);
                assertThat(caller.call("GET", "/v1/identities?identifier=account:ada")
                                .status())
                        .isEqualTo(200);
            }
        }
    }
}
