package dk.kvalitetsbro.surveys;

import static dk.kvalitetsbro.surveys.Round.State.CLOSED;
import static dk.kvalitetsbro.surveys.Round.State.OPEN;
import static dk.kvalitetsbro.surveys.Round.State.PLANNED;
import static dk.kvalitetsbro.surveys.Round.State.PUBLISHED;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.statistics.findings.Thresholds;
import dk.kvalitetsbro.web.FreeText;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** The survey rounds, from plan to publication. */
@ApplicationScoped
public class Rounds {
    private static final String SELECT = "select code, name, opens, closes, state from surveys.round ";

    private final Jdbi jdbi;
    private final AuditLog audit;
    private final Event<RoundClosed> closed;
    private final Event<RoundPublished> published;
    private final Clock clock;

    @Inject
    public Rounds(Jdbi jdbi, AuditLog audit, Event<RoundClosed> closed, Event<RoundPublished> published, Clock clock) {
        this.jdbi = jdbi;
        this.audit = audit;
        this.closed = closed;
        this.published = published;
        this.clock = clock;
    }

    /** @return every round, oldest first */
    public List<Round> all() {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "order by opens, code")
                .mapTo(Round.class)
                .list());
    }

    public Optional<Round> find(String code) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where code = :code")
                .bind("code", code)
                .mapTo(Round.class)
                .findOne());
    }

    /** @return the rounds whose results may be read, oldest first */
    public List<Round> published() {
        return all().stream().filter(round -> round.is(PUBLISHED)).toList();
    }

    /** @return the round of that code, if its results may be read */
    public Optional<Round> published(String code) {
        return published().stream().filter(round -> round.code().equals(code)).findFirst();
    }

    /**
     * @param code as a reader chose it; empty for the newest
     * @return none while no round is published
     * @throws NotFoundException if the results of the one chosen may not be read
     */
    public Optional<Round> publishedOrNewest(String code) {
        return code.isEmpty() ? newestPublished() : Optional.of(published(code).orElseThrow(NotFoundException::new));
    }

    public Optional<Round> newestPublished() {
        return published().stream().reduce((older, newer) -> newer);
    }

    /** @return what the round's results are judged by */
    public Thresholds thresholds(String code) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select minimum_answers, minimum_for_conclusion, response_rate, alpha, level_pomp, strength_pomp,
                               rest_points, decline_points, gap_pomp, significance, confidence, raters_for_finding,
                               groups_in_agreement
                          from surveys.thresholds where round = :round""")
                .bind("round", code)
                .mapTo(Thresholds.class)
                .findOne()
                .orElseThrow(NotFoundException::new));
    }

    /** Plans a round with the standard thresholds. */
    @Transactional
    public void plan(String code, String name, LocalDate opens, LocalDate closes) {
        Round round = new Round(FreeText.required(code, 32), FreeText.required(name, 100), opens, closes, PLANNED);
        int added = jdbi.withHandle(handle -> handle.createUpdate(
                        """
                        insert into surveys.round (code, name, opens, closes, state)
                        values (:code, :name, :opens, :closes, :state) on conflict do nothing""")
                .bindMethods(round)
                .execute());
        if (added == 0) {
            throw new Refusal("surveys.round.codeTaken", round.code());
        }
        insert(round.code(), Thresholds.standard());
        audit.add("surveys.planned", round.code(), round.name());
    }

    private void insert(String code, Thresholds thresholds) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into surveys.thresholds
                        values (:round, :minimumAnswers, :minimumForConclusion, :responseRate, :alpha, :levelPomp,
                                :strengthPomp, :restPoints, :declinePoints, :gapPomp, :significance, :confidence,
                                :ratersForFinding, :groupsInAgreement)""")
                .bind("round", code)
                .bindMethods(thresholds)
                .execute());
    }

    /**
     * Sets the thresholds of a planned round.
     *
     * @throws Refusal once the round has opened, so that no limit is chosen to fit the answers
     */
    @Transactional
    public void setThresholds(String code, Thresholds thresholds) {
        if (!locked(code).is(PLANNED)) {
            throw new Refusal("surveys.thresholds.locked");
        }
        jdbi.useHandle(handle -> handle.execute("delete from surveys.thresholds where round = ?", code));
        insert(code, thresholds);
        audit.add("surveys.thresholds", code, thresholds.toString());
    }

    /** Opens a planned round for answers, and locks its thresholds. */
    @Transactional
    public void open(String code) {
        move(code, PLANNED, OPEN);
        audit.add("surveys.opened", code, thresholds(code).toString());
    }

    /** Closes an open round: no more answers, and its results are computed. */
    @Transactional
    public void close(String code) {
        move(code, OPEN, CLOSED);
        int groups = jdbi.withHandle(handle -> handle.execute(
                """
                insert into surveys.turnout (round, grp, answered, families)
                select round, grp, count(*), count(distinct family) from surveys.response where round = ? group by round, grp""",
                code));
        if (groups == 0) {
            throw new Refusal("surveys.round.noResponses");
        }
        closed.fire(new RoundClosed(code));
        audit.add("surveys.closed", code, "");
    }

    /** Publishes a closed round; from now on its results never change. */
    @Transactional
    public void publish(String code) {
        move(code, CLOSED, PUBLISHED);
        published.fire(new RoundPublished(code));
        audit.add("surveys.published", code, "");
    }

    private void move(String code, Round.State from, Round.State to) {
        if (!locked(code).is(from)) {
            throw new Refusal("surveys.round.not" + from);
        }
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update surveys.round set state = :to, closed = coalesce(closed, :closed) where code = :code""")
                .bind("to", to)
                .bind("closed", to == CLOSED ? OffsetDateTime.now(clock) : null)
                .bind("code", code)
                .execute());
    }

    private Round locked(String code) {
        return jdbi.withHandle(handle -> handle.createQuery(SELECT + "where code = :code for update")
                        .bind("code", code)
                        .mapTo(Round.class)
                        .findOne())
                .orElseThrow(NotFoundException::new);
    }

    /** Keeps every round in its state until the transaction ends, so that an import can rely on it. */
    public void holdStill() {
        jdbi.useHandle(handle -> handle.execute("select code from surveys.round order by code for share"));
    }
}
