package dk.kvalitetsbro.surveys;

import dk.kvalitetsbro.web.Migrations;
import org.jdbi.v3.core.Jdbi;

/** The product's own questionnaire, as the start of the product loads it. */
public final class OwnQuestionnaire {
    private OwnQuestionnaire() {}

    public static Questionnaire loadedInto(Jdbi jdbi) {
        Questionnaire questionnaire = new Questionnaire(jdbi);
        questionnaire.loadIfAbsent(new Migrations.Migrated());
        return questionnaire;
    }
}
