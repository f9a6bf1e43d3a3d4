package dk.kvalitetsbro.organisation;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.privacy.Erasure;
import dk.kvalitetsbro.privacy.People;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** People by their employments and invitations. Somebody without any has not left: they may be here for another reason. */
@ApplicationScoped
class KnownPeople implements People {
    /** Until when somebody has had something to do here. */
    private static final String TIES =
            """
            (select person_key, employed_to as ends from organisation.employment
             union all
             select person_key, least(valid_to, ended::date) from organisation.invitation) tie
            """;

    private static final String KNOWN =
            "select p.key, p.name, nullif(max(coalesce(tie.ends, 'infinity')), 'infinity') as left"
                    + " from organisation.person p left join " + TIES + " on tie.person_key = p.key ";

    private final Jdbi jdbi;

    @Inject
    KnownPeople(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public List<Known> search(String text, int most) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        KNOWN
                                + """
                         where (p.key = :text or position(lower(:text) in lower(p.name)) > 0) and p.key <> :former
                         group by p.key order by p.name, p.key limit :most""")
                .bind("text", text)
                .bind("former", Erasure.FORMER)
                .bind("most", most)
                .mapTo(Known.class)
                .list());
    }

    @Override
    public Optional<Known> find(PersonKey key) {
        return jdbi.withHandle(handle -> handle.createQuery(KNOWN + "where p.key = :key group by p.key")
                .bind("key", key)
                .mapTo(Known.class)
                .findOne());
    }

    @Override
    public boolean isNameOfOthers(PersonKey key, String name) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select exists (select from organisation.person
                                        where lower(name) = lower(:name) and key <> :key)""")
                .bind("name", name)
                .bind("key", key)
                .mapTo(Boolean.class)
                .one());
    }

    @Override
    public List<PersonKey> leftBefore(LocalDate day) {
        return jdbi.withHandle(handle -> handle.createQuery("select person_key from " + TIES
                        + " group by person_key having max(coalesce(ends, 'infinity')) < :day order by person_key")
                .bind("day", day)
                .mapTo(PersonKey.class)
                .list());
    }
}
