package io.journeystream.local.reading;

import static org.assertj.core.api.Assertions.assertThat;

import io.journeystream.local.stack.LocalStack;
import io.journeystream.local.stack.StackSettings;
import io.journeystream.serve.reading.CommittedRecords;
import io.journeystream.topics.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class CommittedRecordsTest {
    private static final TopicPartition PARTITION = new TopicPartition(Topics.CORRECTIONS.name(), 0);
    private static final int RECORDS = 300;
    private static final int LEAVING = 200;

    @Test
    void records_that_grow_too_old_while_it_reads_take_no_others_with_them() throws Exception {
        try (LocalStack stack = LocalStack.start(StackSettings.temporary())) {
            publish(stack);
            List<Long> offsets = new ArrayList<>();
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()));
                    CommittedRecords records = new CommittedRecords(Map.of(
                            "bootstrap.servers", stack.bootstrapServers(), "max.partition.fetch.bytes", "1000"))) {
                records.read(Topics.CORRECTIONS, Map.of(), record -> {
                    if (offsets.isEmpty()) {
                        admin.deleteRecords(Map.of(PARTITION, RecordsToDelete.beforeOffset(LEAVING)))
                                .all()
                                .get();
                    }
                    offsets.add(record.offset());
                });
            }

            assertThat(offsets)
                    .containsAll(LongStream.range(LEAVING, RECORDS).boxed().toList())
                    .doesNotHaveDuplicates()
                    .hasSizeLessThan(RECORDS);
        }
    }

    private static void publish(LocalStack stack) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", stack.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            for (int number = 0; number < RECORDS; number++) {
                producer.send(new ProducerRecord<>(PARTITION.topic(), 0, new byte[] {1}, new byte[2_000]))
                        .get(); // a batch each, or all would be fetched at once
            }
        }
    }
}
