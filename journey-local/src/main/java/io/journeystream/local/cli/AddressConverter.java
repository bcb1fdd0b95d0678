package io.journeystream.local.cli;

import io.journeystream.ingest.rejects.Address;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Says what an address looks like. */
final class AddressConverter implements ITypeConverter<Address> {
    @Override
    public Address convert(String text) {
        try {
            return Address.of(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
