package dk.kvalitetsbro.demo;

/** The one rule that all codes and names share. */
final class Text {
    private Text() {}

    static void requireText(String value, String name) {
        if (value.isBlank()) {
            throw new IllegalArgumentException(name + " is blank");
        }
    }
}
