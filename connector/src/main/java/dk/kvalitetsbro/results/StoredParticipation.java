package dk.kvalitetsbro.results;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.ResponseRate;
import dk.kvalitetsbro.statistics.disclosure.Counts;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Who took part at a centre in a round, before anybody has asked whether it may be shown. */
record StoredParticipation(RespondentGroup grp, int eligible, int answered, int raters, int families) {

    static List<StoredParticipation> at(Handle handle, CentreCode centre, String round) {
        return handle.createQuery(
                        """
                        select p.grp, p.eligible, p.answered, p.raters, p.families
                          from results.participation p
                          join results.round_result r on r.round = p.round and r.published is not null
                         where p.round = :round and p.centre = :centre
                           and exists (select from results.finding f where f.round = p.round and f.centre = p.centre)""")
                .bind("round", round)
                .bind("centre", centre)
                .mapTo(StoredParticipation.class)
                .list();
    }

    Counts counts() {
        return new Counts(grp, answered, families, raters, false);
    }

    ResponseRate rate() {
        return ResponseRate.of(grp, answered, families, eligible);
    }
}
