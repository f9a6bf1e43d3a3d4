package dk.kvalitetsbro.privacy;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.web.FreeText;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** People say what is wrong, or that they object; the administration or the data-protection officer answers. */
@ApplicationScoped
public class Requests {
    static final int LONGEST = 2_000;
    static final int MOST_OPEN = 10;

    private static final String ALL =
            "select id, person_key, kind, what, why, asked, outcome, answer, answered from privacy.request ";

    private final Jdbi jdbi;
    private final AuditLog audit;
    private final CurrentActor actor;
    private final Clock clock;

    @Inject
    public Requests(Jdbi jdbi, AuditLog audit, CurrentActor actor, Clock clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** Serves CDI's proxy only. */
    @SuppressWarnings("NullAway")
    protected Requests() {
        this(null, null, null, null);
    }

    /**
     * Sends a request in the name of whoever is signed in.
     *
     * @throws Refusal when a text is missing or may not be kept, or too many wait already
     */
    @Transactional
    public void send(Request.Kind kind, @Nullable String what, @Nullable String why) {
        PersonKey person = actor.get().key();
        String about = FreeText.required(what, LONGEST);
        String because = FreeText.required(why, LONGEST);
        if (of(person).stream().filter(Request::isOpen).count() >= MOST_OPEN) {
            throw new Refusal("privacy.request.tooMany", MOST_OPEN);
        }
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into privacy.request (person_key, kind, what, why, asked)
                        values (:person, :kind, :what, :why, :now)""")
                .bind("person", person)
                .bind("kind", kind)
                .bind("what", about)
                .bind("why", because)
                .bind("now", OffsetDateTime.now(clock))
                .execute());
        audit.add("privacy.requested", person.value(), kind.name());
    }

    /** @return one person's, the newest first */
    public List<Request> of(PersonKey person) {
        return jdbi.withHandle(handle -> handle.createQuery(ALL + "where person_key = :person order by id desc")
                .bind("person", person)
                .mapTo(Request.class)
                .list());
    }

    /** @return those that wait, first what has to be answered first */
    public List<Request> open() {
        return jdbi.withHandle(handle -> handle.createQuery(ALL + "where outcome is null order by asked, id")
                .mapTo(Request.class)
                .list());
    }

    /** @return those answered last */
    public List<Request> answered(int most) {
        return jdbi.withHandle(
                handle -> handle.createQuery(ALL + "where outcome is not null order by answered desc limit :most")
                        .bind("most", most)
                        .mapTo(Request.class)
                        .list());
    }

    /**
     * Answers a request; nobody decides about their own.
     *
     * @throws Refusal when it has been answered, is one's own, or the answer is missing
     */
    @Transactional
    public void answer(long id, Request.Outcome outcome, @Nullable String answer) {
        String words = FreeText.required(answer, LONGEST);
        PersonKey decider = actor.get().key();
        Request request = open().stream()
                .filter(open -> open.id() == id)
                .findFirst()
                .orElseThrow(() -> new Refusal("privacy.request.gone"));
        if (request.personKey().equals(decider)) {
            throw new Refusal("privacy.request.own");
        }
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update privacy.request set outcome = :outcome, answer = :answer, answered = :now, by_whom = :by
                         where id = :id and outcome is null""")
                .bind("id", id)
                .bind("outcome", outcome)
                .bind("answer", words)
                .bind("now", OffsetDateTime.now(clock))
                .bind("by", decider)
                .execute());
        audit.add("privacy.answered", request.personKey().value(), request.kind() + " " + outcome);
    }
}
