package io.journeystream.serve.bi.copy;

import io.journeystream.serve.bi.star.RowOutput;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyManager;

/**
 * Rows as PostgreSQL's {@code COPY ... (format binary)} takes them: lengths and values in network order. For one thread.
 */
public final class CopyBytes implements RowOutput {
    private static final VarHandle SHORTS = inNetworkOrder(short[].class);
    private static final VarHandle INTS = inNetworkOrder(int[].class);
    private static final VarHandle LONGS = inNetworkOrder(long[].class);
    private static final byte[] HEADER = header();
    private static final int LEAST = 1 << 12;
    private static final int PART = 1 << 16;
    private static final int TEXT_TYPE = 25;
    private static final int BIGINT_TYPE = 20;

    private static final int FIRST_BEYOND_ASCII = 0x80;

    /** PostgreSQL counts from 2000-01-01. */
    private static final int EPOCH_DAYS = 10_957;

    private static final long EPOCH_MILLIS = EPOCH_DAYS * 86_400_000L;

    private byte[] bytes = new byte[LEAST];
    private int length;
    private int rows;

    /** Nothing but the header. */
    public CopyBytes() {
        raw(HEADER);
    }

    private static VarHandle inNetworkOrder(Class<?> array) {
        return MethodHandles.byteArrayViewVarHandle(array, ByteOrder.BIG_ENDIAN);
    }

    private static byte[] header() {
        ByteBuffer header = ByteBuffer.allocate(19);
        header.put("PGCOPY\n".getBytes(StandardCharsets.US_ASCII));
        header.put((byte) 0xff).put((byte) '\r').put((byte) '\n').put((byte) 0);
        return header.putInt(0).putInt(0).array();
    }

    @Override
    public void row(int values) {
        rows++;
        int16(values);
    }

    /** How many rows have begun. */
    public int rows() {
        return rows;
    }

    /** How many bytes there are. */
    public int size() {
        return length;
    }

    /**
     * Sends all rows; none may follow.
     *
     * @param statement {@code copy ... from stdin (format binary)}
     */
    public void send(CopyManager copies, String statement) throws SQLException {
        int16(-1);
        CopyIn copy = copies.copyIn(statement);
        try {
            for (int from = 0; from < length; from += PART) {
                copy.writeToCopy(bytes, from, Math.min(PART, length - from));
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    @Override
    public void none() {
        int32(-1);
    }

    @Override
    public void bool(boolean value) {
        room(Integer.BYTES + 1);
        INTS.set(bytes, length, 1);
        bytes[length + Integer.BYTES] = (byte) (value ? 1 : 0);
        length += Integer.BYTES + 1;
    }

    @Override
    public void smallint(int value) {
        int32(Short.BYTES);
        int16(value);
    }

    @Override
    public void integer(int value) {
        room(2 * Integer.BYTES);
        INTS.set(bytes, length, Integer.BYTES);
        INTS.set(bytes, length + Integer.BYTES, value);
        length += 2 * Integer.BYTES;
    }

    @Override
    public void bigint(long value) {
        room(Integer.BYTES + Long.BYTES);
        INTS.set(bytes, length, Long.BYTES);
        LONGS.set(bytes, length + Integer.BYTES, value);
        length += Integer.BYTES + Long.BYTES;
    }

    @Override
    public void real(float value) {
        integer(Float.floatToIntBits(value));
    }

    @Override
    public void number(double value) {
        bigint(Double.doubleToLongBits(value));
    }

    @Override
    public void time(long epochMillis) {
        bigint(Math.multiplyExact(epochMillis - EPOCH_MILLIS, 1000L));
    }

    @Override
    public void date(int epochDay) {
        integer(Math.subtractExact(epochDay, EPOCH_DAYS));
    }

    /** Text; PostgreSQL holds no NUL, in place of which U+FFFD is written. */
    @Override
    public void text(String value) {
        int size = value.length();
        room(Math.addExact(Integer.BYTES, size));
        int start = length + Integer.BYTES;
        for (int each = 0; each < size; each++) {
            char letter = value.charAt(each);
            if (letter == 0 || letter >= FIRST_BEYOND_ASCII) {
                sized(bytesOf(value));
                return;
            }
            bytes[start + each] = (byte) letter;
        }
        INTS.set(bytes, length, size);
        length = start + size;
    }

    /** A JSON document as {@code jsonb}. */
    @Override
    public void json(String document) {
        byte[] utf8 = bytesOf(document);
        int32(utf8.length + 1);
        room(1);
        bytes[length++] = 1;
        raw(utf8);
    }

    @Override
    public void binary(byte[] value) {
        sized(value);
    }

    @Override
    public void numeric(BigDecimal value) {
        NumericDigits.write(value, this);
    }

    /** A one-dimensional array of texts. */
    @Override
    public void texts(List<String> values) {
        int start = arrayOf(TEXT_TYPE, values.size());
        values.forEach(this::text);
        endArray(start);
    }

    /** A one-dimensional array of whole numbers. */
    @Override
    public void bigints(List<Long> values) {
        int start = arrayOf(BIGINT_TYPE, values.size());
        values.forEach(this::bigint);
        endArray(start);
    }

    private int arrayOf(int type, int size) {
        int start = length;
        int32(0);
        int32(size == 0 ? 0 : 1);
        int32(0);
        int32(type);
        if (size > 0) {
            int32(size);
            int32(1);
        }
        return start;
    }

    private void endArray(int start) {
        int end = length;
        length = start;
        int32(end - start - Integer.BYTES);
        length = end;
    }

    private static byte[] bytesOf(String value) {
        String storable = value.indexOf('\0') < 0 ? value : value.replace('\0', '\ufffd');
        return storable.getBytes(StandardCharsets.UTF_8);
    }

    private void sized(byte[] value) {
        room(Math.addExact(Integer.BYTES, value.length));
        INTS.set(bytes, length, value.length);
        System.arraycopy(value, 0, bytes, length + Integer.BYTES, value.length);
        length += Integer.BYTES + value.length;
    }

    private void raw(byte[] value) {
        room(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    void int16(int value) {
        room(Short.BYTES);
        SHORTS.set(bytes, length, (short) value);
        length += Short.BYTES;
    }

    void int32(int value) {
        room(Integer.BYTES);
        INTS.set(bytes, length, value);
        length += Integer.BYTES;
    }

    private void room(int more) {
        if (bytes.length - length < more) {
            grow(more);
        }
    }

    private void grow(int more) {
        bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, Math.addExact(length, more)));
    }
}
