package dk.kvalitetsbro.organisation;

import java.util.List;

/**
 * Everywhere a person's key is kept. Changing a key is the one thing that reaches into every package's tables; a test
 * goes through the whole schema, so that a new column with a person in it fails until it stands here.
 */
final class PersonColumns {
    /** Employments follow their person by themselves. */
    static final Column PERSON = new Column("organisation.person", "key");

    static final List<Column> ALL = List.of(
            PERSON,
            new Column("access.session", "person_key"),
            new Column("access.api_token", "made_by"),
            new Column("access.api_token", "revoked_by"),
            new Column("organisation.upload", "by_whom"),
            new Column("organisation.invitation", "person_key"),
            new Column("organisation.invitation", "by_whom"),
            new Column("themes.decision", "by_whom"),
            new Column("workshops.voice", "person_key"),
            new Column("assignments.assignment", "person_key"),
            new Column("assignments.assignment", "by_whom"),
            new Column("competence.completion", "person_key"),
            new Column("lti.account", "person_key"),
            new Column("lti.seat", "person_key"),
            new Column("moodle.doubted_account", "person_key"),
            new Column("privacy.request", "person_key"),
            new Column("privacy.request", "by_whom"));

    /** @param table with its schema */
    record Column(String table, String name) {
        String update() {
            return "update " + table + " set " + name + " = change.new_key"
                    + " from unnest(:old, :new) as change (old_key, new_key) where " + name + " = change.old_key";
        }

        String holds(String value) {
            return "exists (select from " + table + " where " + name + " = " + value + ")";
        }
    }

    private PersonColumns() {}
}
