package io.journeystream.local.erasure;

import io.journeystream.local.Failure;
import io.journeystream.serve.erasure.Receipt;
import io.journeystream.serve.erasure.ReceiptDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** A receipt as a file. */
public final class ReceiptFile {
    private ReceiptFile() {}

    /**
     * Writes a receipt; never over another file.
     *
     * @throws Failure if it cannot be written
     */
    public static void write(Path file, Receipt receipt) {
        try {
            Files.write(file, ReceiptDocument.write(receipt), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        } catch (IOException e) {
            throw new Failure(
                    "the receipt cannot be written to " + file + " (" + e
                            + "): erased it is; say the same again with --id " + receipt.commandId()
                            + " and another --receipt",
                    e);
        }
    }

    /**
     * Reads a receipt.
     *
     * @throws Failure if there is none, or it is not as it was written
     */
    public static Receipt read(Path file) {
        try {
            return ReceiptDocument.read(Files.readAllBytes(file));
        } catch (IllegalArgumentException e) {
            throw new Failure(file + " " + e.getMessage(), e);
        } catch (IOException e) {
            throw new Failure(file + " cannot be read: " + e, e);
        }
    }
}
