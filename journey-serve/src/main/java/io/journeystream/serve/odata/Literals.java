package io.journeystream.serve.odata;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.apache.olingo.commons.api.edm.EdmPrimitiveTypeKind;
import org.apache.olingo.commons.api.edm.EdmType;
import org.apache.olingo.server.api.ODataApplicationException;
import org.jspecify.annotations.Nullable;

/** The values that a client writes into a filter. */
final class Literals {
    private Literals() {}

    /** @throws ODataApplicationException 400 for what is no value, 501 for a type that no column has */
    static Operand read(@Nullable EdmType type, String text) throws ODataApplicationException {
        if (type == null) {
            return Operand.NULL;
        }
        try {
            return Operand.value(value(EdmPrimitiveTypeKind.valueOf(type.getName()), text));
        } catch (NumberFormatException | DateTimeException e) {
            throw Refused.wrong(text + " is no " + type.getName());
        }
    }

    private static Object value(EdmPrimitiveTypeKind kind, String text) throws ODataApplicationException {
        return switch (kind) {
            case String -> text.substring(1, text.length() - 1).replace("''", "'");
            case SByte, Byte, Int16, Int32, Int64 -> Long.valueOf(text);
            case Decimal -> new BigDecimal(text);
            case Single, Double -> Double.valueOf(text);
            case Boolean -> Boolean.valueOf(text);
            case Date -> LocalDate.parse(text);
            case DateTimeOffset -> OffsetDateTime.parse(text);
            default -> throw Refused.unsupported("no column is of type " + kind + ", so a filter cannot use it");
        };
    }
}
