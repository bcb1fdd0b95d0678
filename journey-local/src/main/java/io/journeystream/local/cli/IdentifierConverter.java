package io.journeystream.local.cli;

import io.journeystream.events.Identifier;
import io.journeystream.serve.identity.TypedNames;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Says how identifiers are written. */
final class IdentifierConverter implements ITypeConverter<Identifier> {
    @Override
    public Identifier convert(String text) {
        try {
            return TypedNames.parse(text);
        } catch (IllegalArgumentException e) {
            throw new TypeConversionException(String.valueOf(e.getMessage()));
        }
    }
}
