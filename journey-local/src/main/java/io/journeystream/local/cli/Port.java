package io.journeystream.local.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A port of this machine; 0 is any free one. */
final class Port implements ITypeConverter<Integer> {
    private static final int GREATEST = 65_535;

    @Override
    public Integer convert(String text) {
        try {
            int port = Integer.parseInt(text);
            if (port >= 0 && port <= GREATEST) {
                return port;
            }
        } catch (NumberFormatException e) {
            // Said below, with what would be right.
        }
        throw new TypeConversionException("'" + text + "' is no port; give 1 to 65535, or 0 for a free one");
    }
}
