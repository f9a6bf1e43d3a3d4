package dk.kvalitetsbro.catalogue;

import dk.kvalitetsbro.themes.ThemeCode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * A course of the learning platform, as it was last read.
 *
 * @param id              the platform's own id
 * @param code            the municipality's code, may be empty
 * @param hours           what the course takes
 * @param format          how it is held, in the platform's word for it
 * @param visible         whether staff can see it there: hidden courses and those that are gone can be given to nobody
 * @param takesEnrolments whether people can be enrolled in it from here: if not, it can be given to nobody either
 * @param completion      whether it will be heard who has completed it
 * @param themes          what the municipality says it helps with
 * @param url             its page on the platform
 */
public record Course(
        long id,
        String code,
        String name,
        OptionalInt hours,
        Optional<String> format,
        boolean visible,
        boolean takesEnrolments,
        Completion completion,
        Set<ThemeCode> themes,
        String url) {
    /** Whether the platform follows who completes a course. */
    public enum Completion {
        FOLLOWED,
        /** It is switched off in the course. */
        OFF,
        /** Nothing that people do completes the course. */
        WITHOUT_CONDITION
    }

    public Course {
        themes = Set.copyOf(themes);
    }

    /** @return whether staff could take it if somebody gave it to them */
    public boolean canBeGiven() {
        return visible && takesEnrolments;
    }

    public boolean isFollowed() {
        return completion == Completion.FOLLOWED;
    }
}
