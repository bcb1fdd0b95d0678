package io.journeystream.streams.state;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.rocksdb.ColumnFamilyDescriptor;
import org.rocksdb.ColumnFamilyHandle;
import org.rocksdb.DBOptions;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;

/** The stores of stitching as they lie on disk, for whoever must look into them without running it. */
public final class StateFiles {
    private static final String PARENT = "rocksdb";

    static {
        RocksDB.loadLibrary();
    }

    private StateFiles() {}

    /** Directories of the stores below a directory, in the order of their names. */
    public static List<Path> stores(Path directory) throws IOException {
        try (Stream<Path> all = Files.walk(directory)) {
            return all.filter(Files::isDirectory)
                    .filter(path -> path.getParent() != null
                            && path.getParent().getFileName() != null
                            && path.getParent().getFileName().toString().equals(PARENT))
                    .sorted()
                    .toList();
        }
    }

    /**
     * Reads the value of each row that is written down; changes nothing.
     *
     * @throws IOException if it is no store, or damaged
     */
    public static void read(Path store, Consumer<byte[]> values) throws IOException {
        List<ColumnFamilyHandle> families = new ArrayList<>();
        try (Options options = new Options();
                DBOptions open = new DBOptions()) {
            List<ColumnFamilyDescriptor> descriptors = RocksDB.listColumnFamilies(options, store.toString()).stream()
                    .map(ColumnFamilyDescriptor::new)
                    .toList();
            try (RocksDB database = RocksDB.openReadOnly(open, store.toString(), descriptors, families)) {
                for (ColumnFamilyHandle family : families) {
                    read(database, family, values);
                }
                families.forEach(ColumnFamilyHandle::close);
            }
        } catch (RocksDBException e) {
            throw new IOException(store + ": " + e.getMessage(), e);
        }
    }

    private static void read(RocksDB database, ColumnFamilyHandle family, Consumer<byte[]> values)
            throws RocksDBException {
        try (RocksIterator rows = database.newIterator(family)) {
            for (rows.seekToFirst(); rows.isValid(); rows.next()) {
                values.accept(rows.value());
            }
            rows.status();
        }
    }
}
