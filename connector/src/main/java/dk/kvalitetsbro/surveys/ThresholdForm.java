package dk.kvalitetsbro.surveys;

import dk.kvalitetsbro.statistics.findings.Thresholds;
import dk.kvalitetsbro.web.Refusal;
import java.lang.reflect.RecordComponent;
import java.text.NumberFormat;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The thresholds as a form: one field for each, named as the component of {@link Thresholds} that it fills. */
final class ThresholdForm {
    /** @param text the value as the reader writes numbers */
    record Field(String name, String text) {}

    private final UnaryOperator<@Nullable String> sent;

    private ThresholdForm(UnaryOperator<@Nullable String> sent) {
        this.sent = sent;
    }

    static List<Field> fields(Thresholds thresholds, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        return Arrays.stream(Thresholds.class.getRecordComponents())
                .map(component -> new Field(component.getName(), format.format(value(component, thresholds))))
                .toList();
    }

    private static Object value(RecordComponent component, Thresholds thresholds) {
        try {
            return component.getAccessor().invoke(thresholds);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * @param sent the value sent for a field's name, null where none was
     * @throws Refusal when a field is no number, or the limits contradict each other
     */
    static Thresholds read(UnaryOperator<@Nullable String> sent) {
        ThresholdForm form = new ThresholdForm(sent);
        try {
            return new Thresholds(
                    form.whole("minimumAnswers"),
                    form.whole("minimumForConclusion"),
                    form.number("responseRate"),
                    form.number("alpha"),
                    form.number("levelPomp"),
                    form.number("strengthPomp"),
                    form.number("restPoints"),
                    form.number("declinePoints"),
                    form.number("gapPomp"),
                    form.number("significance"),
                    form.number("confidence"),
                    form.whole("ratersForFinding"),
                    form.whole("groupsInAgreement"));
        } catch (IllegalArgumentException contradiction) {
            throw new Refusal("surveys.thresholds.contradict");
        }
    }

    private int whole(String name) {
        double number = number(name);
        if (number != Math.rint(number)) {
            throw new NumberFormatException(name);
        }
        return (int) number;
    }

    private double number(String name) {
        double number = Double.parseDouble(
                Optional.ofNullable(sent.apply(name)).orElse("").strip().replace(',', '.'));
        if (!Double.isFinite(number)) {
            throw new NumberFormatException(name);
        }
        return number;
    }
}
