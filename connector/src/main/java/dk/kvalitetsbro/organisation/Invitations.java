package dk.kvalitetsbro.organisation;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * Lets consultants and researchers look in for a time. An invitation ends by itself, can be taken back, and is never
 * deleted: who was let in has to be known afterwards.
 */
@ApplicationScoped
public class Invitations {
    private final Jdbi jdbi;
    private final CurrentActor actor;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Invitations(Jdbi jdbi, CurrentActor actor, AuditLog audit, Clock clock) {
        this.jdbi = jdbi;
        this.actor = actor;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @throws Refusal when it would begin in the past, when the key is another person's, or when somebody would invite
     *     themselves
     */
    @Transactional
    public void invite(NewInvitation wanted) {
        if (wanted.from().isBefore(LocalDate.now(clock))) {
            throw new Refusal("organisation.invitation.inThePast");
        }
        if (wanted.person().equals(actor.get().key())) {
            throw new Refusal("organisation.invitation.oneself");
        }
        jdbi.useHandle(handle -> {
            handle.execute(
                    "insert into organisation.person (key, name) values (?, ?) on conflict do nothing",
                    wanted.person(),
                    wanted.name());
            requireName(wanted);
            handle.createUpdate(
                            """
                            insert into organisation.invitation
                                   (person_key, role, centre, workshop, valid_from, valid_to, purpose, invited, by_whom)
                            values (:person, :role, :centre, :workshop, :from, :to, :purpose, :now, :by)""")
                    .bind("person", wanted.person())
                    .bind("role", wanted.role().name())
                    .bind("centre", wanted.centre().map(CentreCode::value).orElse(null))
                    .bind("workshop", wanted.workshop().orElse(null))
                    .bind("from", wanted.from())
                    .bind("to", wanted.to())
                    .bind("purpose", wanted.purpose())
                    .bind("now", OffsetDateTime.now(clock))
                    .bind("by", actor.get().key())
                    .execute();
        });
        audit.add("invitation.made", wanted.person().value(), about(wanted));
    }

    /** A key that belongs to somebody of another name was mistyped; whose it is, is not told. */
    private void requireName(NewInvitation wanted) {
        String known =
                jdbi.withHandle(handle -> handle.createQuery("select name from organisation.person where key = :key")
                        .bind("key", wanted.person())
                        .mapTo(String.class)
                        .one());
        if (!known.equals(wanted.name())) {
            throw new Refusal("organisation.invitation.otherName");
        }
    }

    private static String about(NewInvitation wanted) {
        return wanted.role() + wanted.centre().map(centre -> " " + centre).orElse("")
                + wanted.workshop().map(workshop -> " workshop " + workshop).orElse("") + " " + wanted.from() + "/"
                + wanted.to();
    }

    /** @return every invitation there is or was, those that end last first */
    public List<Invitation> all() {
        return jdbi.withHandle(handle ->
                handle.createQuery(SELECT + ORDER).mapTo(Invitation.class).list());
    }

    /** As {@link #all}, those that reach the centre: to it, to a workshop of it, and a consultant's to the municipality. */
    public List<Invitation> reaching(CentreCode centre) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        SELECT + " where i.centre = :centre or i.centre is null and i.role = 'CONSULTANT'" + ORDER)
                .bind("centre", centre)
                .mapTo(Invitation.class)
                .list());
    }

    /**
     * Takes an invitation back from this moment on. One that has ended already stays as it is.
     *
     * @param of the centre that it has to be about, if only such may be taken back
     * @return whether there is such an invitation
     */
    @Transactional
    public boolean takeBack(long id, Optional<CentreCode> of) {
        Optional<PersonKey> person = jdbi.withHandle(handle -> handle.createQuery(
                        """
                        update organisation.invitation set ended = coalesce(ended, :now)
                         where id = :id and (:centre::text is null or centre = :centre) returning person_key""")
                .bind("now", OffsetDateTime.now(clock))
                .bind("id", id)
                .bind("centre", of.map(CentreCode::value).orElse(null))
                .mapTo(PersonKey.class)
                .findOne());
        person.ifPresent(invited -> audit.add("invitation.ended", invited.value(), ""));
        return person.isPresent();
    }

    private static final String SELECT =
            """
            select i.id, i.person_key as person, p.name, i.role, i.centre, i.workshop, i.valid_from as "from",
                   i.valid_to as "to", i.purpose, coalesce(b.name, i.by_whom) as by_whom, i.ended
              from organisation.invitation i
              join organisation.person p on p.key = i.person_key
              left join organisation.person b on b.key = i.by_whom""";

    private static final String ORDER = " order by i.valid_to desc, p.name, i.id";
}
