package dk.kvalitetsbro.moodle.fake;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as an English Moodle in Copenhagen writes them for people, to the minute. */
final class Dates {
    private static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");
    private static final DateTimeFormatter LONG_FORM =
            DateTimeFormatter.ofPattern("EEEE, d MMMM yyyy, h:mm a", Locale.ENGLISH);

    private Dates() {}

    static String longForm(long seconds) {
        return LONG_FORM.format(ZonedDateTime.ofInstant(Instant.ofEpochSecond(seconds), ZONE));
    }
}
