package dk.kvalitetsbro.privacy;

import jakarta.enterprise.context.ApplicationScoped;

/** What somebody asked for about their information goes with it. */
@ApplicationScoped
class PeopleInPrivacy implements PersonalData {
    @Override
    public void tell(Holdings holdings) {
        holdings.add(
                "privacy.requests",
                """
                select kind, what, why, asked, outcome, answer, answered from privacy.request
                 where person_key = :key order by id""");
        holdings.add(
                "privacy.answers",
                "select kind, outcome, answered from privacy.request where by_whom = :key order by id");
        holdings.texts("privacy.texts", "privacy.request", "what", "why", "answer");
    }

    @Override
    public void erase(Erasure erasure) {
        erasure.run("delete from privacy.request where person_key = :key");
        erasure.run("update privacy.request set by_whom = :former where by_whom = :key");
        erasure.texts("privacy.request", "what", "why", "answer");
    }
}
