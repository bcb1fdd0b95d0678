package io.journeystream.bench.ingest;

import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** Broker and registry in a JVM of their own; says where they are. */
final class KafkaAlone {
    private KafkaAlone() {}

    /** Runs until it is ended from outside. */
    public static void main(String[] arguments) throws Exception {
        LocalStack stack = LocalStack.start(StackSettings.temporary());
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close));
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic("bench.reference", 4, (short) 1)))
                    .all()
                    .get();
        }
        System.out.println("ready " + stack.bootstrapServers() + " " + stack.registryUrl());
        Thread.currentThread().join();
    }
}
