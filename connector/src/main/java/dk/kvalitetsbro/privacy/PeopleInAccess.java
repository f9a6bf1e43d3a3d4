package dk.kvalitetsbro.privacy;

import dk.kvalitetsbro.access.PersonRows;
import jakarta.enterprise.context.ApplicationScoped;

/** Sessions end. The audit log stays until its lines are too old: it is evidence of how people's information was treated. */
@ApplicationScoped
class PeopleInAccess implements PersonalData {
    @Override
    public void tell(Holdings holdings) {
        holdings.add("access.sessions", PersonRows.SESSIONS);
        holdings.add("access.programs", PersonRows.PROGRAMS);
        holdings.add("access.log", PersonRows.LOG);
        holdings.texts("access.texts", PersonRows.NOTICES, "notice_text");
    }

    @Override
    public void erase(Erasure erasure) {
        erasure.run(PersonRows.END_SESSIONS);
        erasure.run(PersonRows.FORGET_WHO_MADE_PROGRAMS);
        erasure.run(PersonRows.FORGET_NOTICES);
        erasure.texts(PersonRows.NOTICES, "notice_text");
    }
}
