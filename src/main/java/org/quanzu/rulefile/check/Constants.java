package org.quanzu.rulefile.check;

import org.jspecify.annotations.Nullable;
import org.quanzu.rulefile.Known;
import org.quanzu.rulefile.syntax.Expression;
import org.quanzu.rulefile.syntax.Expression.Calculation;
import org.quanzu.rulefile.syntax.Expression.Literal;

/** Calculates what is made of written values only, as the printed conditions would. */
final class Constants {
    private Constants() {}

    /** The value, or null when it is not made of written values only, or is unknown. */
    static @Nullable Object of(Expression expression) {
        if (expression instanceof Literal literal) {
            return literal.value();
        }
        if (!(expression instanceof Calculation it)
                || !(of(it.left()) instanceof Number left)
                || !(of(it.right()) instanceof Number right)) {
            return null;
        }
        return switch (it.operator()) {
            case '+' -> Known.plus(left, right);
            case '-' -> Known.minus(left, right);
            case '*' -> Known.times(left, right);
            case '/' -> Known.over(left, right);
            default -> Known.modulo(left, right);
        };
    }

    /** Whether the calculation divides by a written 0, which makes it unknown. */
    static boolean dividesByZero(Calculation calculation) {
        return (calculation.operator() == '/' || calculation.operator() == '%')
                && of(calculation.right()) instanceof Number divisor
                && Known.same(divisor, 0);
    }
}
