package dk.kvalitetsbro.organisation;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlStatements;

/**
 * An import in three steps: the file's rows go into the temporary table {@code staged}, which is compared with what is
 * there, and then written. How many statements that takes does not depend on the number of rows.
 */
public abstract class StagedImport implements ImportKind {
    private final Jdbi jdbi;

    protected StagedImport(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    @Override
    public boolean needsRound() {
        return false;
    }

    /** @return the columns of the table {@code staged}, beside {@code line}, as in {@code create table} */
    protected abstract String staged();

    /** Reads the file row by row, reporting what is wrong with a row by itself. */
    protected abstract void read(CsvFile file, StagedRows rows, Upload upload);

    /**
     * Queries that find what only the whole file or the database can tell is wrong. Each returns the columns
     * {@code line}, {@code "column"}, {@code kind}, {@code value} and {@code hint} of a {@link Problem}; {@code :round}
     * is the upload's round.
     */
    protected abstract List<String> problemQueries();

    /** @return a query for {@code added}, {@code changed} and {@code unchanged} */
    protected abstract String changesQuery();

    /** @return the statements that bring what is there to what the file says */
    protected abstract List<String> writes();

    /**
     * Called first, for what must hold whatever the file says.
     *
     * @throws dk.kvalitetsbro.web.Refusal when no file of this kind can be imported now
     */
    protected void requireReady(Upload upload) {}

    @Override
    public DryRun check(Upload upload) {
        return run(upload, false);
    }

    @Override
    public DryRun apply(Upload upload) {
        return run(upload, true);
    }

    private DryRun run(Upload upload, boolean write) {
        requireReady(upload);
        Problems problems = new Problems();
        return jdbi.withHandle(handle -> {
            handle.getConfig(SqlStatements.class).setUnusedBindingAllowed(true);
            try (Staging staging = new Staging(handle, "staged", staged())) {
                read(new CsvFile(upload.content(), problems), staging, upload);
                staging.complete();
                problemQueries().forEach(query -> find(handle, query, upload, problems));
                return problems.isEmpty() ? changed(handle, upload, write) : DryRun.of(problems);
            }
        });
    }

    private DryRun changed(Handle handle, Upload upload, boolean write) {
        Changes changes = changes(handle, upload);
        if (write) {
            writes().forEach(statement ->
                    handle.createUpdate(statement).bind("round", upload.round()).execute());
        }
        return DryRun.of(changes);
    }

    private static void find(Handle handle, String query, Upload upload, Problems problems) {
        handle.createQuery(query)
                .bind("round", upload.round())
                .mapTo(Problem.class)
                .useStream(found -> found.forEach(problems::add));
    }

    private Changes changes(Handle handle, Upload upload) {
        return handle.createQuery(changesQuery())
                .bind("round", upload.round())
                .mapTo(Changes.class)
                .one();
    }
}
