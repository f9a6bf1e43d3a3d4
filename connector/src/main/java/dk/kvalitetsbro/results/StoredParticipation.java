package dk.kvalitetsbro.results;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.privacy.Disclosure;
import dk.kvalitetsbro.privacy.Release;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.ResponseRate;
import dk.kvalitetsbro.statistics.disclosure.WithheldReason;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** Who took part at a centre in a round, before anybody has asked whether it may be shown. */
record StoredParticipation(
        RespondentGroup grp, int eligible, int answered, int families, Optional<WithheldReason> withheld) {

    static List<StoredParticipation> at(Handle handle, CentreCode centre, String round) {
        return handle.createQuery(
                        """
                        select p.grp, p.eligible, p.answered, p.families, p.withheld
                          from results.participation p
                          join results.round_result r on r.round = p.round and r.published is not null
                         where p.round = :round and p.centre = :centre
                           and exists (select from results.finding f where f.round = p.round and f.centre = p.centre)""")
                .bind("round", round)
                .bind("centre", centre)
                .mapTo(StoredParticipation.class)
                .list();
    }

    static List<StoredParticipation> ofMunicipality(Handle handle, String round) {
        return handle.createQuery(
                        """
                        select p.grp, p.eligible, p.answered, p.families, p.withheld
                          from results.total_participation p
                          join results.round_result r on r.round = p.round and r.published is not null
                         where p.round = :round and p.area = ''""")
                .bind("round", round)
                .mapTo(StoredParticipation.class)
                .list();
    }

    Release<ResponseRate> release() {
        return Disclosure.byVerdict(withheld, this::rate);
    }

    private ResponseRate rate() {
        return ResponseRate.of(grp, answered, families, eligible);
    }
}
