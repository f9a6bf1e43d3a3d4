package dk.kvalitetsbro.organisation;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CurrentActor;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/**
 * The way of a file into the product: it is checked and kept, somebody sees what it would do and says yes, and then it
 * is checked once more and imported whole. Imports go one at a time.
 */
@ApplicationScoped
public class Imports {
    private final Iterable<ImportKind> kinds;
    private final Uploads uploads;
    private final Jdbi jdbi;
    private final AuditLog audit;
    private final CurrentActor actor;
    private final Clock clock;

    @Inject
    public Imports(
            @Any Instance<ImportKind> kinds,
            Uploads uploads,
            Jdbi jdbi,
            AuditLog audit,
            CurrentActor actor,
            Clock clock) {
        this((Iterable<ImportKind>) kinds, uploads, jdbi, audit, actor, clock);
    }

    Imports(Iterable<ImportKind> kinds, Uploads uploads, Jdbi jdbi, AuditLog audit, CurrentActor actor, Clock clock) {
        this.kinds = kinds;
        this.uploads = uploads;
        this.jdbi = jdbi;
        this.audit = audit;
        this.actor = actor;
        this.clock = clock;
    }

    Iterable<ImportKind> kinds() {
        return kinds;
    }

    /**
     * Checks a file and keeps it for approval. Imports nothing.
     *
     * @return the import's id
     */
    @Transactional
    public long check(String kindName, Upload upload) {
        ImportKind kind = kind(kindName);
        if (upload.content().length == 0) {
            throw new Refusal("organisation.import.noFile");
        }
        if (kind.needsRound() && upload.round().isEmpty()) {
            throw new Refusal("organisation.import.noRound");
        }
        Upload ofKind = kind.needsRound() ? upload : new Upload(upload.fileName(), Optional.empty(), upload.content());
        DryRun result = kind.check(ofKind);
        return uploads.keep(kindName, ofKind, result, actor.get().key(), OffsetDateTime.now(clock));
    }

    /**
     * Imports a checked file, if it still has no problems; otherwise it now shows them. A file already imported stays
     * as it is.
     *
     * @return the import as it stands afterwards
     */
    @Transactional
    public Import approve(long id) {
        jdbi.useHandle(handle -> handle.execute("select pg_advisory_xact_lock(hashtext('organisation.import'))"));
        Import before = uploads.find(id).orElseThrow(() -> new Refusal("organisation.import.gone"));
        switch (before.state()) {
            case DONE -> {}
            case EXPIRED -> throw new Refusal("organisation.import.gone");
            case PROBLEMS -> throw new Refusal("organisation.import.hasProblems");
            case READY -> importNow(before);
        }
        return uploads.find(id).orElseThrow();
    }

    private void importNow(Import waiting) {
        ImportKind kind = kind(waiting.kind());
        Upload upload = uploads.content(waiting);
        DryRun result = kind.apply(upload);
        uploads.settle(waiting.id(), result, OffsetDateTime.now(clock));
        audit.add(
                result.succeeds() ? "organisation.imported" : "organisation.importFailed",
                waiting.round().map(round -> waiting.kind() + " " + round).orElse(waiting.kind()),
                waiting.fileName() + ", " + result.changes());
    }

    private ImportKind kind(String name) {
        for (ImportKind kind : kinds) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        throw new Refusal("organisation.import.noKind");
    }

    Optional<Import> find(long id) {
        return uploads.find(id);
    }

    List<Problem> problems(long id) {
        return uploads.problems(id);
    }

    /** @return the newest imports first */
    List<Import> recent() {
        return uploads.recent();
    }

    /** @return when exactly this file was imported before */
    Optional<OffsetDateTime> importedBefore(long id) {
        return uploads.importedBefore(id);
    }
}
