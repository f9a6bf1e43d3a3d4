package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.privacy.Erasure;
import dk.kvalitetsbro.privacy.Holdings;
import dk.kvalitetsbro.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;

/** What stands here about accounts in Moodle. Moodle itself is neither asked nor told. */
@ApplicationScoped
class PeopleInMoodle implements PersonalData {
    @Override
    public void tell(Holdings holdings) {
        holdings.add("moodle.doubted", "select told from moodle.doubted_account where person_key = :key");
        holdings.texts("moodle.messages", "moodle.event_message", "detail");
        holdings.texts("moodle.troubles", "moodle.reading", "trouble");
    }

    @Override
    public void erase(Erasure erasure) {
        erasure.run("delete from moodle.doubted_account where person_key = :key");
        erasure.texts("moodle.event_message", "detail");
        erasure.texts("moodle.reading", "trouble");
    }
}
