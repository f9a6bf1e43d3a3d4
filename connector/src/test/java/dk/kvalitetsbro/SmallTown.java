package dk.kvalitetsbro;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.organisation.JobGroup;
import dk.kvalitetsbro.themes.ThemeCode;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** An invented municipality for tests, as small as each of them needs; a person's key is also their name. */
public final class SmallTown {
    private static final LocalDate LONG_AGO = LocalDate.of(2015, 1, 1);

    private final Jdbi jdbi;

    public SmallTown(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    public SmallTown centre(String code) {
        run("insert into organisation.centre values (?, ?, 'A', 'INSTITUTION', ?, null)", code, code, LONG_AGO);
        return this;
    }

    /** @param number the employment's, which is also what staff are chosen by */
    public SmallTown employ(String person, String number, String centre, JobGroup as) {
        run("insert into organisation.person values (?, ?) on conflict do nothing", person, person);
        run(
                "insert into organisation.employment values (?, ?, ?, ?, ?, null, null, null)",
                number,
                person,
                centre,
                as.name(),
                LONG_AGO);
        return this;
    }

    /** @param centre null where the office is above centres; area null for all but area leaders */
    public SmallTown office(String person, JobGroup as, @Nullable String centre, @Nullable String area) {
        run("insert into organisation.person values (?, ?) on conflict do nothing", person, person);
        run(
                """
                insert into organisation.employment (number, person_key, centre_code, job_group, employed_from, area_code)
                values (?, ?, ?, ?, ?, ?)""",
                "O-" + person,
                person,
                centre,
                as.name(),
                LONG_AGO,
                area);
        return this;
    }

    public SmallTown pedagogue(String person, String centre) {
        return employ(person, "E-" + person, centre, JobGroup.PEDAGOGUE);
    }

    public SmallTown onLeaveFrom(String number, LocalDate day) {
        run("update organisation.employment set leave_from = ? where number = ?", day, number);
        return this;
    }

    public SmallTown begins(String number, LocalDate firstDay) {
        run("update organisation.employment set employed_from = ? where number = ?", firstDay, number);
        return this;
    }

    public SmallTown leaves(String number, LocalDate lastDay) {
        run("update organisation.employment set employed_to = ? where number = ?", lastDay, number);
        return this;
    }

    /** A theme of the municipality's own that is in use from long ago to this day. */
    public SmallTown ownTheme(String code, LocalDate to) {
        run(
                "insert into themes.theme (code, name_da, name_en, valid_from, valid_to) values (?, ?, ?, ?, ?)",
                code,
                code,
                code,
                LONG_AGO,
                to);
        return this;
    }

    /** @return the id of a need that a finding raised */
    public long need(String centre, String theme, String reason) {
        return need(centre, theme, "FINDING", reason);
    }

    /** @return the need's id */
    public long need(String centre, String theme, String source, String reason) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        insert into themes.need (centre, theme, source, source_ref, reason_da, reason_en, raised)
                        values (?, ?, ?, gen_random_uuid(), ?, ?, now()) returning id""")
                .bind(0, new CentreCode(centre))
                .bind(1, new ThemeCode(theme))
                .bind(2, source)
                .bind(3, reason)
                .bind(4, reason)
                .mapTo(Long.class)
                .one());
    }

    public SmallTown course(long id, String name, Integer hours, String... themes) {
        run(
                "insert into catalogue.offered (id, code, name, hours, visible) values (?, ?, ?, ?, true)",
                id,
                "K" + id,
                name,
                hours);
        for (String theme : themes) {
            run("insert into catalogue.attachment (course, theme) values (?, ?)", id, theme);
        }
        return this;
    }

    public SmallTown hide(long course) {
        run("update catalogue.offered set visible = false where id = ?", course);
        return this;
    }

    /** An assignment at the centre C1, due in September 2026 and enrolled in Moodle. */
    public SmallTown taking(String person, long course, long need, OffsetDateTime assigned) {
        run(
                """
                insert into assignments.assignment (person_key, employment_number, centre, course, need, reason_da,
                       reason_en, due, mandatory, assigned, by_whom, state)
                values (?, ?, 'C1', ?, ?, 'Fordi.', 'Because.', '2026-09-01', true, ?, 'karen', 'IN_MOODLE')""",
                person,
                "E-" + person,
                course,
                need,
                assigned);
        return this;
    }

    /** What there is in a table, or what a condition leaves of it. */
    public long count(String rows) {
        return jdbi.withHandle(handle -> handle.createQuery("select count(*) from " + rows)
                .mapTo(Long.class)
                .one());
    }

    public static PersonKey key(String person) {
        return new PersonKey(person);
    }

    private void run(String sql, Object... values) {
        jdbi.useHandle(handle -> handle.execute(sql, values));
    }
}
