package dk.kvalitetsbro.resultsapi;

import dk.kvalitetsbro.statistics.Interval;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.findings.Signal;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;

/**
 * A number as a program reads it, with what it counts or is measured in. It is no finer than on the pages and in the
 * spreadsheet.
 *
 * @param low        end of the interval, in the same unit; empty where the number has none, as {@code high}
 * @param confidence of the interval, such as 0.95
 */
public record Measured(
        String unit,
        BigDecimal value,
        Optional<BigDecimal> low,
        Optional<BigDecimal> high,
        Optional<BigDecimal> confidence) {

    /** What a number counts or is measured in, and how finely it is told. */
    enum Unit {
        PERSONS(0),
        FAMILIES(0),
        /** One for each child that a contact pedagogue describes. */
        ANSWERS(0),
        CENTRES(0),
        /** That were corrected together. */
        TESTS(0),
        PERCENT(1),
        /** Percent of maximum possible, 0 to 100. */
        POMP(1),
        /** On the 500 scale. */
        POINTS(0),
        /** From 0 to 1. */
        SHARE(2),
        /** From 0 to 1, to two digits that say something, so that it is never told as 0. */
        PROBABILITY(2) {
            @Override
            BigDecimal rounded(double value) {
                return BigDecimal.valueOf(value).round(new MathContext(2));
            }
        };

        private final int decimals;

        Unit(int decimals) {
            this.decimals = decimals;
        }

        BigDecimal rounded(double value) {
            return BigDecimal.valueOf(value).setScale(decimals, RoundingMode.HALF_EVEN);
        }

        Measured of(double value) {
            return new Measured(unit(), rounded(value), Optional.empty(), Optional.empty(), Optional.empty());
        }

        /** @param confidence of the interval, such as 0.95 */
        Measured of(double value, Optional<Interval> interval, double confidence) {
            return new Measured(
                    unit(),
                    rounded(value),
                    interval.map(Interval::low).map(this::rounded),
                    interval.map(Interval::high).map(this::rounded),
                    interval.map(known -> BigDecimal.valueOf(confidence)));
        }

        static Unit of(Signal.Unit unit) {
            return switch (unit) {
                case POMP -> POMP;
                case POINTS -> POINTS;
            };
        }

        private String unit() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Answers of a group: a contact pedagogue gives many, everybody else one. */
    static Measured answers(RespondentGroup group, long n) {
        return (group == RespondentGroup.CONTACT_PEDAGOGUE ? Unit.ANSWERS : Unit.PERSONS).of(n);
    }

    /** Those that a response rate counts. */
    static Measured counted(RespondentGroup group, long n) {
        return group == RespondentGroup.PARENT ? Unit.FAMILIES.of(n) : answers(group, n);
    }
}
