package dk.kvalitetsbro.privacy;

import dk.kvalitetsbro.access.PersonKey;
import java.time.LocalDate;
import org.jdbi.v3.core.Jdbi;

/** Somebody about whom there is something in every table that can hold anything about anybody, beside a colleague. */
final class Zenia {
    static final PersonKey KEY = new PersonKey("p-4711");
    static final String NAME = "Zenia O'Hara-Møller";
    static final String NUMBER = "T-90210";
    static final LocalDate LEFT = LocalDate.of(2020, 6, 30);

    private Zenia() {}

    static void lives(Jdbi jdbi) {
        jdbi.useHandle(handle -> {
            handle.execute("insert into organisation.person values (?, ?), ('ole', 'Ole')", KEY, NAME);
            handle.createScript(
                            """
                insert into organisation.centre values ('C1', 'Huset', 'A', 'INSTITUTION', '2010-01-01', null);
                insert into organisation.employment values
                    ('T-90210', 'p-4711', 'C1', 'LEADER', '2015-01-01', '2020-06-30', null, null),
                    ('T-1', 'ole', 'C1', 'PEDAGOGUE', '2015-01-01', null, null, null);
                insert into organisation.upload (kind, file_name, digest, content, uploaded, by_whom, state, added,
                       changed, unchanged, problem_count)
                    values ('EMPLOYMENTS', 'a.csv', '\\x00', convert_to('p-4711,Zenia', 'UTF8'), now(), 'ole', 'READY',
                            1, 0, 0, 0),
                           ('AREAS', 'b.csv', '\\x01', null, now(), 'p-4711', 'PROBLEMS', 0, 0, 0, 1);
                insert into organisation.upload_problem
                    select id, 1, 2, 'person_key', 'x', 'value', 'hint' from organisation.upload where kind = 'AREAS'
                    union all
                    select id, 2, 3, 'employment_number', 'x', 'T-90210', '' from organisation.upload
                     where kind = 'AREAS';
                insert into access.session (id, person_key, begun, expires, notice_text)
                    values ('\\x01', 'p-4711', now(), now(), ''), ('\\x02', 'ole', now(), now(), 'notice');
                insert into organisation.invitation (person_key, role, centre, valid_from, valid_to, purpose, invited,
                       by_whom, ended)
                    values ('p-4711', 'CONSULTANT', 'C1', '2019-01-01', '2019-06-01', 'purpose', now(), 'ole', null),
                           ('ole', 'CONSULTANT', 'C1', '2019-01-01', '2019-06-01', 'purpose', now(), 'p-4711', null);
                insert into access.api_token (digest, name, scopes, made, made_by, expires, revoked_by)
                    values ('\\x01', 'program', '{ROUNDS}', now(), 'p-4711', '2030-01-01', null),
                           ('\\x02', 'other program', '{ROUNDS}', now(), 'ole', '2030-01-01', 'p-4711');
                insert into lti.platform (issuer, client_id, name, auth_endpoint, token_endpoint, jwks_uri, state,
                       registered)
                    values ('https://moodle', 'client', 'Moodle', 'a', 't', 'j', 'ACTIVE', now());
                insert into lti.account (platform, subject, person_key, first, seen)
                    select id, '90210', 'p-4711', now(), now() from lti.platform
                    union all select id, '7', 'ole', now(), now() from lti.platform;
                insert into lti.seat (platform, resource_link, subject, person_key, line_item, page, seen)
                    select id, '1', '90210', 'p-4711', 'l', 'mine-forloeb', now() from lti.platform
                    union all select id, '1', '7', 'ole', 'l', 'mine-forloeb', now() from lti.platform;
                insert into access.audit (at, actor, action, subject, detail)
                    values (now(), 'p-4711', 'log.read', 'ole', ''), (now(), 'ole', 'record.read', 'p-4711', '');
                insert into catalogue.offered (id, code, name, hours, visible) values (11, 'K11', 'Kurset', 6, true);
                insert into themes.need (centre, theme, source, source_ref, reason_da, reason_en, raised)
                    values ('C1', 'MAT', 'PRIORITY', 'one', 'reason', 'reason', now());
                insert into themes.decision (need, choice, reason, decided, by_whom)
                    select id, 'ACCEPTED', 'reason', now(), 'p-4711' from themes.need
                    union all select id, 'DEFERRED', 'reason', now(), 'ole' from themes.need;
                insert into assignments.assignment (person_key, employment_number, centre, course, need, reason_da,
                       reason_en, due, mandatory, assigned, by_whom, state)
                    select who, number, 'C1', 11, id, 'reason', 'reason', '2020-01-01', true, '2020-01-01Z', by_whom, state
                      from themes.need,
                           (values ('p-4711', 'T-90210', 'ole', 'COMPLETED'), ('ole', 'T-1', 'p-4711', 'COMPLETED'),
                                   ('p-4711', 'T-90210', 'ole', 'IN_MOODLE')) as given (who, number, by_whom, state);
                insert into competence.completion values ('p-4711', 11, now(), now()), ('ole', 11, now(), now());
                insert into moodle.doubted_account values ('p-4711', now()), ('ole', now());
                insert into moodle.event_message values ('SITE', now(), 'detail');
                insert into moodle.reading (subject, trouble) values ('COURSES', 'trouble')
                    on conflict (subject) do update set trouble = 'trouble';
                insert into outbox.entry (kind, key, payload, state, added, next_attempt, reason_key, reason_detail, ended)
                    values ('enrolment', '1', '', 'PARKED', now(), now(), 'x', 'p-4711', now()),
                           ('grade', 'p-4711/7', '{"person":"p-4711"}', 'WAITING', now(), now(), null, null, null),
                           ('other', 'key', 'payload', 'WAITING', now(), now(), null, 'detail', null);
                insert into privacy.request (person_key, kind, what, why, asked, outcome, answer, answered, by_whom)
                    values ('p-4711', 'CORRECTION', 'what', 'why', now(), null, null, null, null),
                           ('ole', 'OBJECTION', 'what', 'why', now(), 'REFUSED', 'answer', now(), 'p-4711');
                insert into workshops.workshop (centre, title, forum, started) values ('C1', 'title', 'STAFF', now());
                insert into workshops.voice select id, 'p-4711' from workshops.workshop
                    union all select id, 'ole' from workshops.workshop;
                insert into workshops.core_task select id, 1, 'text', 'alignment', now() from workshops.workshop;
                insert into workshops.bubble (workshop, level, text_da, text_en, source, added)
                    select id, 'NATIONAL', 'text', 'text', 'source', now() from workshops.workshop;
                insert into workshops.link (workshop, bubble, kind, reason, added)
                    select workshop, id, 'SUPPORTS', 'reason', now() from workshops.bubble;
                insert into workshops.question (workshop, text, card, wondered)
                    select id, 'text', 'RK01', now() from workshops.workshop;
                insert into workshops.answer (question, text, answered) select id, 'text', now() from workshops.question;
                insert into workshops.priority (workshop, text, theme, reason, added)
                    select id, 'text', 'MAT', 'reason', now() from workshops.workshop""")
                    .execute();
        });
    }

    /**
     * Names her in some row of a column that people write in, which is not her own and goes with her; the column's name
     * stands before, to find it again.
     */
    static void isNamedIn(Jdbi jdbi, Columns.Column column) {
        String row = "to_jsonb(" + column.table().replaceFirst(".*\\.", "") + ")";
        int named = jdbi.withHandle(handle -> handle.createUpdate("update " + column.table() + " set " + column.name()
                        + " = :text where ctid = (select ctid from " + column.table() + " where " + column.name()
                        + " is not null and not " + row + "::text like '%T-90210%' and " + row
                        + "->>'person_key' is distinct from 'p-4711' limit 1)")
                .bind("text", "[" + column + "] som " + NAME + "s idé siger")
                .execute());
        if (named != 1) {
            throw new IllegalStateException("nothing stands in " + column + ": add a row to this class");
        }
    }
}
