package dk.kvalitetsbro.moodle.fake;

/** The Moodles that the recordings were made on. */
public enum MoodleVersion {
    V4_5("4.5.5+ (Build: 20250613)", "2024100705.01", "405"),
    V5_1("5.1+ (Build: 20251017)", "2025100600.02", "501");

    private final String release;
    private final String version;
    private final String docs;

    MoodleVersion(String release, String version, String docs) {
        this.release = release;
        this.version = version;
        this.docs = docs;
    }

    /**
     * The version that people call 4.5 or 5.1.
     *
     * @throws IllegalArgumentException for any other
     */
    public static MoodleVersion named(String name) {
        return switch (name) {
            case "4.5" -> V4_5;
            case "5.1" -> V5_1;
            default -> throw new IllegalArgumentException("Neither 4.5 nor 5.1: " + name);
        };
    }

    String release() {
        return release;
    }

    String version() {
        return version;
    }

    /** The part of a documentation link that names the version. */
    String docs() {
        return docs;
    }

    /** 5.1 no longer names the table. */
    WebServiceException missingRecord(String table) {
        return this == V4_5
                ? WebServiceException.missingRecord(
                        "invalidrecord", "Can't find data record in database table " + table + ".")
                : missingRecordUnknown();
    }

    WebServiceException missingUser() {
        return this == V4_5 ? WebServiceException.missingRecord("invaliduser", "Invalid user") : missingRecordUnknown();
    }

    private static WebServiceException missingRecordUnknown() {
        return WebServiceException.missingRecord("invalidrecordunknown", "Can't find data record in database.");
    }
}
