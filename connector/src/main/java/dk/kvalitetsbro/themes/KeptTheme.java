package dk.kvalitetsbro.themes;

import dk.kvalitetsbro.web.Bilingual;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A theme as the administration keeps it.
 *
 * @param from    the first day on which something new can be about it; empty for those that were always there
 * @param to      the last such day
 * @param version counts the wordings, from 1
 */
record KeptTheme(Theme theme, Kind kind, Optional<LocalDate> from, Optional<LocalDate> to, State state, int version) {
    /** Where a theme comes from. */
    enum Kind {
        /** The curriculum in the Day-Care Act. */
        CURRICULUM,
        /** Every municipality that uses the questionnaire. */
        COMMON,
        /** This municipality. */
        OWN
    }

    /** Whether something new can be about it. */
    enum State {
        COMING,
        IN_USE,
        ENDED
    }

    /** A theme that has ended is in focus no more. */
    static KeptTheme read(ResultSet row, LocalDate today) throws SQLException {
        Optional<LocalDate> from = Optional.ofNullable(row.getObject("valid_from", LocalDate.class));
        Optional<LocalDate> to = Optional.ofNullable(row.getObject("valid_to", LocalDate.class));
        State state = state(from, to, today);
        Theme theme = new Theme(
                new ThemeCode(row.getString("code")),
                new Bilingual(row.getString("name_da"), row.getString("name_en")),
                row.getBoolean("focus") && state != State.ENDED,
                row.getString("description"));
        return new KeptTheme(theme, Kind.valueOf(row.getString("kind")), from, to, state, row.getInt("version"));
    }

    private static State state(Optional<LocalDate> from, Optional<LocalDate> to, LocalDate today) {
        if (to.isPresent() && to.get().isBefore(today)) {
            return State.ENDED;
        }
        return from.isPresent() && from.get().isAfter(today) ? State.COMING : State.IN_USE;
    }
}
