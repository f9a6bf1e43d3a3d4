package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.Row.Account;
import dk.kvalitetsbro.moodle.fake.Row.Cohort;
import dk.kvalitetsbro.moodle.fake.Row.Competency;
import dk.kvalitetsbro.moodle.fake.Row.CourseMade;
import dk.kvalitetsbro.moodle.fake.Row.Framework;
import dk.kvalitetsbro.moodle.fake.Row.Plan;
import dk.kvalitetsbro.moodle.fake.Row.Template;
import java.util.Optional;

/** What requests name by its id, or the exception that this version has for what isn't there. */
final class Lookup {
    private final Tables tables;
    private final MoodleVersion version;

    Lookup(Tables tables, MoodleVersion version) {
        this.tables = tables;
        this.version = version;
    }

    Account account(long id) {
        return tables.accounts.find(id).orElseThrow(version::missingUser);
    }

    CourseMade course(long id) {
        return required(tables.courses.find(id), "course");
    }

    Cohort cohort(long id) {
        return required(tables.cohorts.find(id), "cohort");
    }

    Framework framework(long id) {
        return required(tables.frameworks.find(id), "competency_framework");
    }

    Competency competency(long id) {
        return required(tables.competencies.find(id), "competency");
    }

    Plan plan(long id) {
        return required(tables.plans.find(id), "competency_plan");
    }

    Template template(long id) {
        return required(tables.templates.find(id), "competency_template");
    }

    /** @param table Moodle's name for it */
    <R> R required(Optional<R> row, String table) {
        return row.orElseThrow(() -> version.missingRecord(table));
    }
}
