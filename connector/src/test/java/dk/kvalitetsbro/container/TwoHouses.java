package dk.kvalitetsbro.container;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Two centres with somebody in each role, and a need that a course answers; the same for all container tests. */
public final class TwoHouses {
    public static final String OWN = "WALK-OWN";
    public static final String OTHER = "WALK-OTHER";
    public static final String THEME = "WALK_OWN";
    public static final int COURSE = 900_011;

    private TwoHouses() {}

    public static void build() {
        jdbi().useHandle(handle -> handle.createScript(
                        """
                    insert into organisation.centre (code, name, area_code, kind, valid_from) values
                        ('WALK-OWN', 'Eget hus', 'A', 'INSTITUTION', '2010-01-01'),
                        ('WALK-OTHER', 'Andet hus', 'B', 'INSTITUTION', '2010-01-01') on conflict do nothing;
                    insert into organisation.person (key, name) values ('maja', 'Maja Vandrer'), ('karen', 'Karen Vandrer'),
                        ('jonas', 'Jonas Vandrer'), ('anne', 'Anne Vandrer'), ('sigurd', 'Sigurd Vandrer'), ('ole', 'Ole Vandrer'),
                        ('bente', 'Bente Vandrer'), ('dorthe', 'Dorthe Vandrer'), ('poul', 'Poul Vandrer'),
                        ('birgit', 'Birgit Vandrer'), ('kim', 'Kim Vandrer'), ('lone', 'Lone Vandrer'),
                        ('viggo', 'Viggo Vandrer'), ('frida', 'Frida Vandrer') on conflict do nothing;
                    insert into organisation.employment (number, person_key, centre_code, job_group, employed_from) values
                        ('walk-1', 'maja', 'WALK-OWN', 'PEDAGOGUE', '2015-01-01'),
                        ('walk-2', 'karen', 'WALK-OWN', 'LEADER', '2015-01-01'),
                        ('walk-3', 'jonas', null, 'HR', '2015-01-01'),
                        ('walk-4', 'anne', null, 'ADMINISTRATION', '2015-01-01'),
                        ('walk-5', 'sigurd', null, 'SYSTEM_ADMINISTRATOR', '2015-01-01'),
                        ('walk-6', 'ole', 'WALK-OTHER', 'PEDAGOGUE', '2015-01-01') on conflict do nothing;
                    insert into organisation.employment (number, person_key, centre_code, job_group, employed_from, area_code)
                    values ('walk-office-1', 'bente', null, 'AREA_LEADER', '2015-01-01', 'A'),
                        ('walk-office-2', 'dorthe', null, 'DATA_PROTECTION_OFFICER', '2015-01-01', null),
                        ('walk-office-3', 'poul', null, 'POLITICIAN', '2015-01-01', null),
                        ('walk-office-4', 'birgit', 'WALK-OWN', 'BOARD', '2015-01-01', null) on conflict do nothing;
                    insert into organisation.invitation (person_key, role, centre, valid_from, valid_to, purpose, invited, by_whom)
                    select key, role, centre, current_date - 1, current_date + 30, 'At se med', now(), 'anne'
                      from (values ('kim', 'CONSULTANT', 'WALK-OWN'), ('viggo', 'CONSULTANT', null),
                                   ('frida', 'RESEARCHER', null)) as wanted (key, role, centre)
                     where not exists (select from organisation.invitation i where i.person_key = key);
                    insert into catalogue.offered (id, code, name, hours, visible)
                        values (900011, 'K900011', 'Matematik i hverdagen', 6, true) on conflict do nothing;
                    insert into catalogue.attachment (course, theme) values (900011, 'MAT') on conflict do nothing;
                    insert into themes.theme (code, name_da, name_en, valid_from)
                        values ('WALK_OWN', 'Eget tema', 'Own theme', '2019-01-01') on conflict do nothing;
                    insert into themes.need (centre, theme, source, source_ref, reason_da, reason_en, raised) values
                        ('WALK-OWN', 'MAT', 'FINDING', 'walk-own', 'Fordi.', 'Because.', now()),
                        ('WALK-OTHER', 'MAT', 'FINDING', 'walk-other', 'Fordi.', 'Because.', now())
                        on conflict do nothing""")
                .execute());
    }

    /** Something to read about somebody at each: a course being taken, a parked enrolment, a workshop, results, a file. */
    public static void furnish() {
        jdbi().useHandle(handle -> handle.createScript(
                        """
                        insert into assignments.assignment (person_key, employment_number, centre, course, need,
                               reason_da, reason_en, due, mandatory, assigned, by_whom, state, obstacle)
                        select who, number, n.centre, 900011, n.id, 'Fordi.', 'Because.', '2099-01-01', true, now(), by_whom,
                               state, obstacle
                          from (values ('walk-own', 'maja', 'walk-1', 'karen', 'IN_MOODLE', null),
                                       ('walk-other', 'ole', 'walk-6', 'anne', 'PARKED', 'NO_ACCOUNT'))
                               as given (ref, who, number, by_whom, state, obstacle)
                          join themes.need n on n.source_ref = ref on conflict do nothing;
                        insert into outbox.entry (kind, key, payload, state, added, next_attempt, ended, reason_key,
                               reason_detail)
                        select 'enrolment', id::text, '', 'PARKED', now(), now(), now(),
                               'assignments.obstacle.NO_ACCOUNT', 'ole'
                          from assignments.assignment where person_key = 'ole' on conflict do nothing;
                        insert into workshops.workshop (centre, title, forum, started)
                        select code, 'Kerneopgaven', 'STAFF', now() from organisation.centre
                         where code in ('WALK-OWN', 'WALK-OTHER')
                           and not exists (select from workshops.workshop w where w.centre = code);
                        insert into organisation.invitation (person_key, role, centre, workshop, valid_from, valid_to, purpose,
                               invited, by_whom)
                        select 'lone', 'CONSULTANT', centre, min(id), current_date - 1, current_date + 30, 'At se med', now(),
                               'karen'
                          from workshops.workshop
                         where centre = 'WALK-OWN'
                           and not exists (select from organisation.invitation where person_key = 'lone')
                         group by centre;
                        insert into surveys.round (code, name, opens, closes, state, closed)
                            values ('WALK', 'Runden', '2019-01-01', '2019-02-01', 'PUBLISHED', now())
                            on conflict do nothing;
                        insert into surveys.thresholds values
                            ('WALK', 5, 10, 0.5, 0.6, 70, 85, 20, 20, 15, 0.05, 0.95, 5, 2) on conflict do nothing;
                        insert into results.round_result (round, rule_version, computed, published)
                            values ('WALK', '1', now(), now()) on conflict do nothing;
                        insert into results.finding (round, centre, theme, status, position, focus, size)
                        select 'WALK', code, 'MAT', 'NO_SIGN', 1, false, 0 from organisation.centre
                         where code in ('WALK-OWN', 'WALK-OTHER') on conflict do nothing;
                        insert into results.judgement (round, centre, theme, grp, status, shortages, grounds, gain_lost)
                        select round, centre, theme, 'CHILD', status, '{}', '{}', false from results.finding
                         where round = 'WALK' on conflict do nothing;
                        insert into results.participation (round, centre, grp, eligible, answered, raters, families,
                               area, only_in_totals)
                        select round, centre, 'CHILD', 25, 20, 0, 0, 'A', false from results.finding
                         where round = 'WALK' on conflict do nothing;
                        insert into organisation.person (key, name) values ('gitte', 'Gitte Vandrer') on conflict do nothing;
                        insert into organisation.employment (number, person_key, centre_code, job_group, employed_from,
                               employed_to) values ('walk-7', 'gitte', 'WALK-OWN', 'PEDAGOGUE', '2015-01-01',
                               current_date - 30) on conflict do nothing;
                        insert into privacy.request (person_key, kind, what, why, asked)
                        select 'ole', 'CORRECTION', 'Stillingen', 'Jeg er leder.', now()
                         where not exists (select from privacy.request where person_key = 'ole' and outcome is null);
                        insert into organisation.upload (kind, file_name, digest, uploaded, by_whom, state, added, changed,
                               unchanged, problem_count)
                        select 'AREAS', 'areas.csv', '\\x00', now(), 'anne', 'PROBLEMS', 0, 0, 0, 1
                         where not exists (select from organisation.upload where file_name = 'areas.csv')""")
                .execute());
    }

    /** A round that files can be imported for. */
    public static void openRound() {
        jdbi().useHandle(handle -> handle.createScript(
                        """
                        insert into surveys.round (code, name, opens, closes, state)
                            values ('WALK-OPEN', 'Runden', '2019-01-01', '2019-02-01', 'OPEN') on conflict do nothing;
                        insert into surveys.thresholds values
                            ('WALK-OPEN', 5, 10, 0.5, 0.6, 70, 85, 20, 20, 15, 0.05, 0.95, 5, 2) on conflict do nothing""")
                .execute());
    }

    /** A Moodle that people might come from, so that its forms are there. */
    public static void registerMoodle() {
        jdbi().useHandle(
                        handle -> handle.execute(
                                """
                insert into lti.platform (issuer, client_id, name, auth_endpoint, token_endpoint, jwks_uri, state,
                       registered)
                values ('https://moodle.example', 'walk', 'Moodle', 'https://moodle.example/a',
                       'https://moodle.example/t', 'https://moodle.example/j', 'DISABLED', now())
                on conflict do nothing"""));
    }

    /** A question that waits for the leader's answer. */
    public static void askLeader() {
        jdbi().useHandle(
                        handle -> handle.execute(
                                """
                insert into workshops.question (workshop, text, card, made_sense, asked, wondered)
                select id, 'Hvorfor er det sådan?', 'RK01', false, now(), now() from workshops.workshop
                 where centre = 'WALK-OWN' limit 1"""));
    }

    /** @return a route's addresses for what is at each of the two centres */
    public static List<String> paths(String route) {
        return Stream.of(OWN, OTHER)
                .flatMap(centre -> paths(route, centre))
                .distinct()
                .toList();
    }

    /** As {@link #paths}, for the centre where Maja works and Karen leads. */
    public static List<String> ownPaths(String route) {
        return paths(route, OWN).toList();
    }

    private static Stream<String> paths(String route, String centre) {
        String path = path(route, centre);
        Stream<String> ofOwnTheme =
                route.startsWith("temaer-og-maal/{theme}") ? Stream.of(path.replace("/MAT", "/" + THEME)) : Stream.of();
        Stream<String> ofWhoHasLeft = route.startsWith("persondata/") ? Stream.of("persondata/gitte") : Stream.of();
        return Stream.of(Stream.of(path), ofWhoHasLeft, queries(route).map(query -> path + query), ofOwnTheme)
                .flatMap(Function.identity());
    }

    private static String path(String route, String centre) {
        String path = route.replace("{centre}", centre)
                .replace("{person}", centre.equals(OWN) ? "maja" : "ole")
                .replace("{theme}", "MAT")
                .replace("{round}", "WALK");
        if (path.contains("{need}")) {
            path = path.replace("{need}", String.valueOf(need(centre)));
        }
        if (path.contains("{workshop}")) {
            path = path.replace("{workshop}", id("select id from workshops.workshop where centre = ?", centre));
        }
        return path.contains("{id}")
                ? path.replace("{id}", id("select max(id) from organisation.upload where file_name = ?", "areas.csv"))
                : path;
    }

    private static Stream<String> queries(String route) {
        if (route.equals("persondata")) {
            return Stream.of("?soeg=Vandrer");
        }
        if (route.endsWith("/tildel")) {
            return Stream.of("?course=" + COURSE);
        }
        return route.endsWith("{workshop}")
                ? Stream.of("kerneopgave", "bobler", "sammenhaenge", "undren", "prioriteringer")
                        .map(step -> "?trin=" + step)
                : Stream.of();
    }

    /** @return the tables in which some row's text matches */
    public static Set<String> tablesWith(String pattern) {
        return jdbi().withHandle(handle -> {
            Set<String> found = new TreeSet<>();
            for (String table : handle.createQuery(
                            """
                            select quote_ident(table_schema) || '.' || quote_ident(table_name)
                              from information_schema.tables
                             where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')""")
                    .mapTo(String.class)
                    .list()) {
                boolean holds = handle.createQuery(
                                "select exists (select from " + table + " t where t::text ~ :pattern)")
                        .bind("pattern", pattern)
                        .mapTo(Boolean.class)
                        .one();
                if (holds) {
                    found.add(table);
                }
            }
            return found;
        });
    }

    private static String id(String query, String of) {
        return jdbi().withHandle(handle -> handle.createQuery(query)
                .bind(0, of)
                .mapTo(String.class)
                .findFirst()
                .orElse("0"));
    }

    /** @return such as "Maja Vandrer" */
    public static String name(String person) {
        return Character.toUpperCase(person.charAt(0)) + person.substring(1) + " Vandrer";
    }

    /** @return the first workshop that the centre has */
    public static long workshop(String centre) {
        return Long.parseLong(id("select min(id) from workshops.workshop where centre = ?", centre));
    }

    /** @return the id of the need at a centre */
    public static long need(String centre) {
        return jdbi().withHandle(handle -> handle.createQuery("select id from themes.need where source_ref = lower(?)")
                .bind(0, centre)
                .mapTo(Long.class)
                .one());
    }

    public static Jdbi jdbi() {
        return Jdbi.create(
                System.getProperty("db.url"), System.getProperty("db.user"), System.getProperty("db.password"));
    }
}
