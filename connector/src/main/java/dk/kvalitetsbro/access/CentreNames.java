package dk.kvalitetsbro.access;

import java.time.LocalDate;
import java.util.Map;

/** What centres are called, for choosing one. Implemented by {@code organisation}. */
public interface CentreNames {
    /** @return the names of the centres open that day by their codes, in alphabetical order */
    Map<String, String> on(LocalDate day);
}
