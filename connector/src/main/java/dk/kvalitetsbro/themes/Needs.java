package dk.kvalitetsbro.themes;

import static java.util.Objects.requireNonNull;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.web.Bilingual;
import dk.kvalitetsbro.web.FreeText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/**
 * The needs on themes. Findings, priorities and measures publish them; leaders decide; assignments answer them. A need
 * never enrols anybody by itself.
 */
@ApplicationScoped
public class Needs {
    private final Jdbi jdbi;
    private final Themes themes;
    private final AuditLog audit;
    private final CurrentActor actor;
    private final Clock clock;

    @Inject
    public Needs(Jdbi jdbi, Themes themes, AuditLog audit, CurrentActor actor, Clock clock) {
        this.jdbi = jdbi;
        this.themes = themes;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    /** Publishes needs; one that is already there keeps its id and its decisions, and gets the new reason. */
    @Transactional
    public void publish(List<NewNeed> needs) {
        jdbi.useHandle(handle -> {
            PreparedBatch batch = handle.prepareBatch(
                    """
                    insert into themes.need (centre, theme, source, source_ref, round, reason_da, reason_en, raised)
                    values (:centre, :theme, :source, :ref, :round, :da, :en, :now)
                    on conflict (source, source_ref) do update
                       set reason_da = excluded.reason_da, reason_en = excluded.reason_en""");
            for (NewNeed need : needs) {
                batch.bind("centre", need.centre())
                        .bind("theme", need.theme())
                        .bind("source", need.source().name())
                        .bind("ref", need.sourceRef())
                        .bind("round", need.round())
                        .bind("da", need.reason().da())
                        .bind("en", need.reason().en())
                        .bind("now", OffsetDateTime.now(clock))
                        .add();
            }
            if (batch.size() > 0) {
                batch.execute();
            }
        });
    }

    /** @return the centre's needs, the newest first */
    public List<Need> of(CentreCode centre) {
        var byCode = themes.byCode();
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select * from themes.need_decided where centre = :centre order by raised desc, id")
                .bind("centre", centre)
                .map((row, context) -> need(row, requireNonNull(byCode.get(new ThemeCode(row.getString("theme"))))))
                .list());
    }

    /** @return the need, if it is this centre's */
    public Optional<Need> find(CentreCode centre, long id) {
        return of(centre).stream().filter(need -> need.id() == id).findFirst();
    }

    /** Keeps what the leader decided; earlier decisions stay as history. */
    @Transactional
    public void decide(Need need, Decision.Choice choice, String reason) {
        String words = FreeText.required(reason, 2000);
        jdbi.useHandle(handle -> handle.execute(
                "insert into themes.decision (need, choice, reason, decided, by_whom) values (?, ?, ?, ?, ?)",
                need.id(),
                choice.name(),
                words,
                OffsetDateTime.now(clock),
                actor.get().key()));
        audit.add("need.decided", need.centre().value(), choice + " " + need.source() + " " + need.sourceRef());
    }

    private static Need need(ResultSet row, Theme theme) throws SQLException {
        Optional<Decision> decision = row.getString("choice") == null
                ? Optional.empty()
                : Optional.of(new Decision(
                        Decision.Choice.valueOf(row.getString("choice")),
                        row.getString("decision_reason"),
                        row.getObject("decided", OffsetDateTime.class),
                        new PersonKey(row.getString("by_whom"))));
        return new Need(
                row.getLong("id"),
                new CentreCode(row.getString("centre")),
                theme,
                Need.Source.valueOf(row.getString("source")),
                row.getString("source_ref"),
                Optional.ofNullable(row.getString("round")),
                new Bilingual(row.getString("reason_da"), row.getString("reason_en")),
                decision);
    }
}
