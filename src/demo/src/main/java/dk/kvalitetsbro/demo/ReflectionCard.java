package dk.kvalitetsbro.demo;

import static dk.kvalitetsbro.demo.Text.requireText;

/**
 * A question that opens a conversation in a workshop.
 *
 * @param topic a goal level, or KERNEOPGAVE, VAERDISAET or UNDREN
 */
public record ReflectionCard(String code, String topic, String da, String en) {
    public ReflectionCard {
        requireText(code, "card code");
        requireText(topic, "topic");
        requireText(da, "Danish wording");
        requireText(en, "English wording");
    }
}
