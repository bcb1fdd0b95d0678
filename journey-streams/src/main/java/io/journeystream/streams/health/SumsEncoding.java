package io.journeystream.streams.health;

import io.journeystream.health.Apart;
import io.journeystream.health.Figure;
import io.journeystream.health.FlowSums;
import io.journeystream.health.Histogram;
import io.journeystream.health.Sums;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.util.List;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/**
 * Sums as bytes, in state and on their way to where cells are kept: the format, then first what matured and then what
 * is provisional, in numbers as Avro writes them. Sums of a cell come with their place and without those that are 0. No
 * record of Avro's, whose lists of boxed numbers cost as much as the rest of a cell's way. For one thread only.
 */
final class SumsEncoding {
    private static final int FORMAT = 1;
    private static final int END = 0;
    private static final List<Figure> FIGURES = List.of(Figure.values());

    private final ByteArrayOutputStream out = new ByteArrayOutputStream(256);
    private @Nullable BinaryEncoder encoder;
    private @Nullable BinaryDecoder decoder;

    @FunctionalInterface
    private interface Writing {
        void to(BinaryEncoder numbers) throws IOException;
    }

    @FunctionalInterface
    private interface Reading<T> {
        T from(BinaryDecoder numbers) throws IOException;
    }

    byte[] cell(Apart<Sums> sums) {
        return written(numbers -> {
            write(sums.matured(), numbers);
            write(sums.provisional(), numbers);
        });
    }

    Apart<Sums> cell(byte[] bytes) {
        Apart<Sums> sums = new Apart<>(new Sums(), new Sums());
        add(bytes, sums);
        return sums;
    }

    /** Adds the sums of a cell to others. */
    void add(byte[] bytes, Apart<Sums> sums) {
        read(bytes, numbers -> {
            add(numbers, sums.matured());
            add(numbers, sums.provisional());
            return sums;
        });
    }

    byte[] flow(Apart<FlowSums> sums) {
        return written(numbers -> {
            write(sums.matured(), numbers);
            write(sums.provisional(), numbers);
        });
    }

    Apart<FlowSums> flow(byte[] bytes) {
        return read(bytes, numbers -> new Apart<>(flowSums(numbers), flowSums(numbers)));
    }

    private byte[] written(Writing content) {
        try {
            out.reset();
            BinaryEncoder numbers = EncoderFactory.get().binaryEncoder(out, encoder);
            encoder = numbers;
            numbers.writeInt(FORMAT);
            content.to(numbers);
            numbers.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory cannot fail", e);
        }
    }

    private <T> T read(byte[] bytes, Reading<T> content) {
        try {
            BinaryDecoder numbers = DecoderFactory.get().binaryDecoder(bytes, decoder);
            decoder = numbers;
            int format = numbers.readInt();
            if (format != FORMAT) {
                throw new IllegalArgumentException("sums in a format not known here: " + format);
            }
            return content.from(numbers);
        } catch (IOException e) {
            throw new IllegalArgumentException("damaged sums", e);
        }
    }

    private static void write(Sums sums, BinaryEncoder numbers) throws IOException {
        for (Figure figure : FIGURES) {
            if (sums.get(figure) != 0) {
                numbers.writeInt(figure.place() + 1);
                numbers.writeLong(sums.get(figure));
            }
        }
        numbers.writeInt(END);
        List<BigInteger> squares = sums.costSquared();
        for (int i = 0; i < squares.size(); i++) {
            if (squares.get(i).signum() != 0) {
                numbers.writeInt(i + 1);
                numbers.writeBytes(squares.get(i).toByteArray());
            }
        }
        numbers.writeInt(END);
        write(sums.effort(), numbers);
        write(sums.timeToResolution(), numbers);
        write(sums.singleChannelCost(), numbers);
    }

    private static void write(Histogram histogram, BinaryEncoder numbers) throws IOException {
        for (var bucket : histogram.counts().entrySet()) {
            numbers.writeInt(bucket.getKey() + 1);
            numbers.writeLong(bucket.getValue());
        }
        numbers.writeInt(END);
    }

    private static void add(BinaryDecoder numbers, Sums sums) throws IOException {
        for (int place = numbers.readInt(); place != END; place = numbers.readInt()) {
            sums.add(Figure.at(place - 1), numbers.readLong());
        }
        for (int place = numbers.readInt(); place != END; place = numbers.readInt()) {
            ByteBuffer bytes = numbers.readBytes(null);
            byte[] squared = new byte[bytes.remaining()];
            bytes.get(squared);
            sums.addCostSquared(place - 1, new BigInteger(squared));
        }
        add(numbers, sums.effort());
        add(numbers, sums.timeToResolution());
        add(numbers, sums.singleChannelCost());
    }

    private static void add(BinaryDecoder numbers, Histogram histogram) throws IOException {
        for (int bucket = numbers.readInt(); bucket != END; bucket = numbers.readInt()) {
            histogram.addTo(bucket - 1, numbers.readLong());
        }
    }

    private static void write(FlowSums sums, BinaryEncoder numbers) throws IOException {
        numbers.writeLong(sums.transitions());
        numbers.writeLong(sums.forced());
        numbers.writeLong(sums.voluntary());
        numbers.writeLong(sums.concurrent());
        numbers.writeLong(sums.costMicros());
        numbers.writeLong(sums.delayMillis());
    }

    private static FlowSums flowSums(BinaryDecoder numbers) throws IOException {
        return new FlowSums(
                numbers.readLong(),
                numbers.readLong(),
                numbers.readLong(),
                numbers.readLong(),
                numbers.readLong(),
                numbers.readLong());
    }
}
