package io.journeystream.serve.odata;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.olingo.server.api.uri.queryoption.expression.BinaryOperatorKind;

/**
 * Comparisons as OData has them: unlike in SQL they are always true or false, null equals null, and null is neither
 * less nor greater than anything.
 */
final class Comparison {
    private static final Map<BinaryOperatorKind, String> ORDER = Map.of(
            BinaryOperatorKind.LT, "<",
            BinaryOperatorKind.LE, "<=",
            BinaryOperatorKind.GT, ">",
            BinaryOperatorKind.GE, ">=");

    private Comparison() {}

    static boolean knows(BinaryOperatorKind operator) {
        return ORDER.containsKey(operator) || operator == BinaryOperatorKind.EQ || operator == BinaryOperatorKind.NE;
    }

    static Operand of(BinaryOperatorKind operator, Operand left, Operand right) {
        return switch (operator) {
            case EQ -> Operand.certain(equal(left, right));
            case NE -> Operand.certain(Sql.format("(not {})", equal(left, right)));
            default -> Operand.certain(ordered(String.valueOf(ORDER.get(operator)), left, right));
        };
    }

    private static Sql equal(Operand left, Operand right) {
        if (left.isNull() || right.isNull()) {
            return left.isNull() && right.isNull()
                    ? Sql.of("true")
                    : Sql.format("({} is null)", (left.isNull() ? right : left).sql());
        }
        if (left.mayBeNull() && right.mayBeNull()) {
            return Sql.format("({} is not distinct from {})", left.sql(), right.sql());
        }
        return ordered("=", left, right);
    }

    /** An index serves this, as it would not serve {@code is not distinct from}. */
    private static Sql ordered(String operator, Operand left, Operand right) {
        if (left.isNull() || right.isNull()) {
            return Sql.of("false");
        }
        List<Sql> parts = new ArrayList<>();
        parts.add(Sql.format("{} " + operator + " {}", left.sql(), right.sql()));
        for (Operand each : List.of(left, right)) {
            if (each.mayBeNull()) {
                parts.add(Sql.format("{} is not null", each.sql()));
            }
        }
        return Sql.format("({})", Sql.join(" and ", parts));
    }
}
