package dk.kvalitetsbro.access;

/**
 * What this package holds about a person, as SQL on its own tables for {@code privacy}, which collects it from all: it
 * lies above this package, so that this one cannot tell it by itself. {@code :key} is the person's.
 */
public final class PersonRows {
    public static final String SESSIONS =
            "select begun, expires from access.session where person_key = :key order by begun";

    /** Whom the person acted on, and who acted, are other people. */
    public static final String LOG =
            """
            select at, action, case when actor = :key then 'BY_YOU' else 'ABOUT_YOU' end as role
              from access.audit where actor = :key or subject = :key order by id""";

    public static final String END_SESSIONS = "delete from access.session where person_key = :key";

    /** What the next page is to say to somebody. */
    public static final String NOTICES = "access.session";

    private PersonRows() {}
}
