package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.privacy.Erasure;
import dk.kvalitetsbro.privacy.Holdings;
import dk.kvalitetsbro.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;

/** With which account of a platform somebody has come, and from which activities. */
@ApplicationScoped
class PeopleInLti implements PersonalData {
    @Override
    public void tell(Holdings holdings) {
        holdings.add(
                "lti.accounts",
                """
                select p.name as platform, a.subject, a.first, a.seen
                  from lti.account a join lti.platform p on p.id = a.platform
                 where a.person_key = :key order by a.first, a.platform""");
        holdings.add(
                "lti.seats",
                """
                select p.name as platform, s.subject, s.page, s.seen
                  from lti.seat s join lti.platform p on p.id = s.platform
                 where s.person_key = :key order by s.seen, s.id""");
    }

    @Override
    public void erase(Erasure erasure) {
        erasure.run("delete from lti.account where person_key = :key");
        erasure.run("delete from lti.seat where person_key = :key");
    }
}
