package dk.kvalitetsbro.privacy;

import dk.kvalitetsbro.access.PersonKey;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/** Takes one person out of the database, within the transaction under way. */
public final class Erasure {
    /** Stands where somebody stood who has been deleted; it is the same for all, so that it leads to nobody. */
    public static final PersonKey FORMER = new PersonKey("former-employee");

    private static final String FORMER_DA = "tidligere medarbejder";
    private static final String FORMER_EN = "former employee";

    private final Jdbi jdbi;
    private final Person person;

    Erasure(Jdbi jdbi, Person person) {
        this.jdbi = jdbi;
        this.person = person;
    }

    /** Runs a statement, which may use {@code :key}, {@code :former} and, as {@link Holdings#add}, {@code :keyed}. */
    public void run(String statement) {
        jdbi.useHandle(handle -> run(handle, statement));
    }

    /** Puts "former employee" in the place of whatever names the person, in columns of text that people wrote. */
    public void texts(String table, String... columns) {
        String changes = Stream.of(columns).map(Erasure::without).collect(Collectors.joining(", "));
        String where = Stream.of(columns).map(Erasure::names).collect(Collectors.joining(" or "));
        run("update " + table + " set " + changes + " where " + where);
    }

    /** @return the condition that a column names the person */
    static String names(String column) {
        return "(" + column + " ~* :named or " + column + " in (:key, nullif(:name, '')))";
    }

    private static String without(String column) {
        String former = column.endsWith("_en") ? FORMER_EN : FORMER_DA;
        return column + " = case when " + column + " in (:key, nullif(:name, '')) then '" + former
                + "' else regexp_replace(" + column + ", :named, '" + former + "', 'gi') end";
    }

    private void run(Handle handle, String statement) {
        handle.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
        handle.createUpdate(statement)
                .bind("key", person.key())
                .bind("keyed", person.keyed())
                .bind("named", person.named())
                .bind("name", person.ownName().orElse(""))
                .bind("former", FORMER)
                .execute();
    }
}
