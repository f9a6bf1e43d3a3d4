package dk.kvalitetsbro.organisation;

import dk.kvalitetsbro.access.PersonKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** The stored uploads. A file's content is kept only while it can be imported, its problems as long as it is listed. */
@ApplicationScoped
class Uploads {
    private static final int LISTED = 20;
    private static final String COLUMNS =
            "id, kind, round, file_name, uploaded, by_whom, state, added, changed, unchanged, problem_count, applied";

    private final Jdbi jdbi;

    @Inject
    Uploads(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    long keep(String kind, Upload upload, DryRun result, PersonKey byWhom, OffsetDateTime now) {
        return jdbi.withHandle(handle -> {
            long id = handle.createQuery(
                            """
                            insert into organisation.upload (kind, round, file_name, digest, content, uploaded, by_whom,
                                                             state, added, changed, unchanged, problem_count)
                            values (:kind, :round, :fileName, :digest, :content, :now, :byWhom, :state,
                                    :added, :changed, :unchanged, :problemCount) returning id""")
                    .bind("kind", kind)
                    .bind("round", upload.round())
                    .bind("fileName", upload.fileName())
                    .bind("digest", digest(upload.content()))
                    .bind("content", result.succeeds() ? upload.content() : null)
                    .bind("now", now)
                    .bind("byWhom", byWhom)
                    .bind("state", result.succeeds() ? Import.State.READY : Import.State.PROBLEMS)
                    .bindMethods(result.changes())
                    .bind("problemCount", result.problemCount())
                    .mapTo(long.class)
                    .one();
            keepProblems(handle, id, result.problems());
            return id;
        });
    }

    private static void keepProblems(Handle handle, long id, List<Problem> problems) {
        if (problems.isEmpty()) {
            return;
        }
        PreparedBatch batch = handle.prepareBatch(
                """
                insert into organisation.upload_problem (upload, position, line, "column", kind, value, hint)
                values (:upload, :position, :line, :column, :kind, :value, :hint)""");
        for (int i = 0; i < problems.size(); i++) {
            batch.bind("upload", id)
                    .bind("position", i)
                    .bindMethods(problems.get(i))
                    .add();
        }
        batch.execute();
    }

    /** Keeps what became of an approved file, and forgets its content. */
    void settle(long id, DryRun result, OffsetDateTime now) {
        jdbi.useHandle(handle -> {
            handle.createUpdate(
                            """
                            update organisation.upload
                               set content = null, state = :state, applied = :applied, added = :added,
                                   changed = :changed, unchanged = :unchanged, problem_count = :problemCount
                             where id = :id""")
                    .bind("id", id)
                    .bind("state", result.succeeds() ? Import.State.DONE : Import.State.PROBLEMS)
                    .bind("applied", result.succeeds() ? now : null)
                    .bindMethods(result.changes())
                    .bind("problemCount", result.problemCount())
                    .execute();
            keepProblems(handle, id, result.problems());
        });
    }

    /** Forgets files that nobody approved in time, and problems as old. */
    void expire(OffsetDateTime uploadedBefore) {
        jdbi.useHandle(handle -> {
            handle.execute(
                    """
                    delete from organisation.upload_problem
                     where upload in (select id from organisation.upload where uploaded < ?)""",
                    uploadedBefore);
            handle.execute(
                    """
                    update organisation.upload set content = null, state = 'EXPIRED'
                     where uploaded < ? and state in ('READY', 'PROBLEMS')""",
                    uploadedBefore);
        });
    }

    Optional<Import> find(long id) {
        return jdbi.withHandle(
                handle -> handle.createQuery("select " + COLUMNS + " from organisation.upload where id = :id")
                        .bind("id", id)
                        .mapTo(Import.class)
                        .findOne());
    }

    Upload content(Import waiting) {
        byte[] content =
                jdbi.withHandle(handle -> handle.createQuery("select content from organisation.upload where id = :id")
                        .bind("id", waiting.id())
                        .mapTo(byte[].class)
                        .one());
        return new Upload(waiting.fileName(), waiting.round(), content);
    }

    List<Problem> problems(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select line, "column", kind, value, hint from organisation.upload_problem
                         where upload = :id order by position""")
                .bind("id", id)
                .mapTo(Problem.class)
                .list());
    }

    List<Import> recent() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "select " + COLUMNS + " from organisation.upload order by id desc limit :listed")
                .bind("listed", LISTED)
                .mapTo(Import.class)
                .list());
    }

    Optional<OffsetDateTime> importedBefore(long id) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select max(before.applied) from organisation.upload this
                          join organisation.upload before
                            on before.digest = this.digest and before.kind = this.kind
                           and before.round is not distinct from this.round and before.id <> this.id
                         where this.id = :id""")
                .bind("id", id)
                .mapTo(OffsetDateTime.class)
                .findOne());
    }

    private static byte[] digest(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
