package dk.kvalitetsbro.catalogue;

import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.List;
import java.util.Set;

/** The edge to a platform that links its courses to themes too. Never called inside a transaction. */
public interface ThemeLinks {
    /** How a link stands there. */
    enum State {
        /** It was made from here. */
        ATTACHED,
        /** Somebody made it there. */
        PROPOSED,
        /** It was made from here, and somebody took it away there. */
        REMOVED
    }

    /** @param theme the platform's word for it, which may be no theme of ours */
    record Link(long course, String theme, State state) {}

    /** @param courses every course of the platform, those without a link too */
    record Links(Set<Long> courses, List<Link> links) {
        public Links {
            courses = Set.copyOf(courses);
            links = List.copyOf(links);
        }
    }

    /** @return whether the platform can do any of this */
    boolean areOffered();

    /** Adds and renames themes there, and removes none. The same again changes nothing. */
    void publish(List<Theme> themes);

    Links read();

    /**
     * Links a course to a theme; a link that somebody made there counts as made from here. The same again changes nothing.
     *
     * @throws Refused when the platform does not take this one
     */
    void attach(long course, ThemeCode theme);

    /**
     * Ends a link, whoever made it. The same again changes nothing.
     *
     * @throws Refused when the platform does not take this one
     */
    void detach(long course, ThemeCode theme);

    /** The platform refuses this one link or theme; the others are not concerned. */
    class Refused extends RuntimeException {
        private static final long serialVersionUID = 1L;

        /** @param why in the platform's own words */
        public Refused(String why) {
            super(why);
        }
    }
}
