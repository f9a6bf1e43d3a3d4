package dk.kvalitetsbro.outbox;

import dk.kvalitetsbro.privacy.Erasure;
import dk.kvalitetsbro.privacy.Holdings;
import dk.kvalitetsbro.privacy.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;

/** Work that names somebody: it is settled, and what it was about is emptied. */
@ApplicationScoped
class PeopleInOutbox implements PersonalData {
    private static final String ABOUT =
            "(key ~ :keyed or key ~* :named or payload ~ :keyed or payload ~* :named or reason_detail ~ :keyed or reason_detail ~* :named)";

    @Override
    public void tell(Holdings holdings) {
        holdings.add(
                "outbox.entries",
                """
                select kind, key, payload as content, reason_detail as detail, state, added, attempts, ended
                  from outbox.entry where """
                        + " " + ABOUT + " order by id");
    }

    @Override
    public void erase(Erasure erasure) {
        erasure.run(
                """
                update outbox.entry
                   set state = 'DELIVERED', ended = coalesce(ended, now()), lease = null, payload = '',
                       reason_key = null, reason_detail = null,
                       key = case when key ~ :keyed or key ~* :named then :former || ':' || id else key end
                 where """
                        + " " + ABOUT);
    }
}
