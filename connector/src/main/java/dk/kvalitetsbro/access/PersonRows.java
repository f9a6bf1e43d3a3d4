package dk.kvalitetsbro.access;

/**
 * What this package holds about a person, as SQL on its own tables for {@code privacy}, which collects it from all: it
 * lies above this package, so that this one cannot tell it by itself. {@code :key} is the person's.
 */
public final class PersonRows {
    public static final String SESSIONS =
            "select begun, seen, expires, browser, system from access.session where person_key = :key order by begun";

    /** Whom the person acted on, and who acted, are other people. */
    public static final String LOG =
            """
            select at, action, case when actor = :key then 'BY_YOU' else 'ABOUT_YOU' end as role
              from access.audit where actor = :key or subject = :key order by id""";

    /** Programs that the person let in, or ended. */
    public static final String PROGRAMS =
            "select name, made, expires, revoked from access.api_token where :key in (made_by, revoked_by) order by id";

    /** What a program may read does not end with whoever let it in. */
    public static final String FORGET_WHO_MADE_PROGRAMS =
            """
            update access.api_token
               set made_by = case made_by when :key then :former else made_by end,
                   revoked_by = case revoked_by when :key then :former else revoked_by end
             where :key in (made_by, revoked_by)""";

    public static final String END_SESSIONS = "delete from access.session where person_key = :key";

    /** Nobody misses a sentence that the next page would have said; so it goes wherever the key stands in it. */
    public static final String FORGET_NOTICES =
            """
            update access.session set notice_success = null, notice_text = null
             where position(lower(:key) in lower(notice_text)) > 0""";

    /** What the next page is to say to somebody. */
    public static final String NOTICES = "access.session";

    private PersonRows() {}
}
