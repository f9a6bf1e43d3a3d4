package dk.kvalitetsbro.access;

import dk.kvalitetsbro.access.AuditKey.Checkpoint;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The audit log as a chain, on one node at a time. Lines get their places in the order they are found in, not in that of
 * their ids: a transaction that took long has an old id. Adding a line waits for nothing.
 */
@ApplicationScoped
public class AuditChain {
    /** How long after a signed word on the chain the next one is due. */
    static final Duration BETWEEN_CHECKPOINTS = Duration.ofHours(1);

    private static final Logger LOG = Logger.getLogger(AuditChain.class.getName());

    /** The advisory lock's number; it ends with the transaction. */
    private static final long LOCK = 7_361_005;

    private static final int PORTION = 5_000;

    private record End(long place, byte[] hash) {}

    private final Jdbi jdbi;
    private final AuditKey key;
    private final Clock clock;

    @Inject
    AuditChain(Jdbi jdbi, AuditKey key, Clock clock) {
        this.jdbi = jdbi;
        this.key = key;
        this.clock = clock;
    }

    /** Serves CDI's proxy only. */
    @SuppressWarnings("NullAway")
    protected AuditChain() {
        this(null, null, null);
    }

    /** @return whether what the chain comes to is signed, so that lines may be deleted one day */
    public boolean isSigned() {
        return key.signs();
    }

    /** Gives lines that have none yet their place in the chain. */
    @Transactional
    public void seal() {
        jdbi.useHandle(handle -> {
            alone(handle);
            sealAll(handle);
        });
    }

    /** Goes through the whole chain, and keeps what was found. */
    @Transactional
    public AuditVerification verify() {
        return jdbi.withHandle(handle -> {
            alone(handle);
            return verified(handle);
        });
    }

    /** @return what was found the last time the chain was gone through */
    public Optional<AuditVerification> latest() {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select at, first_place, lines, checkpoints, broken_at, breach from access.audit_verification
                         order by id desc limit 1""")
                .mapTo(AuditVerification.class)
                .findOne());
    }

    /**
     * Verifies the chain as {@link #verify} does, and deletes the lines from before a time, all that come before them in
     * the chain included. Nothing is deleted without a key to sign what they came to, nor while the chain is broken: what is left of it is evidence.
     *
     * @return how many lines were deleted
     */
    @Transactional
    public long forgetBefore(OffsetDateTime limit) {
        return jdbi.withHandle(handle -> {
            alone(handle);
            return verified(handle).isWhole() && key.signs() ? forget(handle, limit) : 0L;
        });
    }

    private static void alone(Handle handle) {
        handle.execute("select pg_advisory_xact_lock(?)", LOCK);
    }

    private void sealAll(Handle handle) {
        End end = end(handle);
        List<AuditLink> fresh = fresh(handle);
        while (!fresh.isEmpty()) {
            end = append(handle, end, fresh);
            fresh = fresh(handle);
        }
        if (end.place() > 0 && checkpointIsDue(handle)) {
            sign(handle, end, false);
        }
    }

    /** Where the chain ends; when no line is kept any more, where those ended. */
    private static End end(Handle handle) {
        return handle.createQuery(
                        """
                        (select place, hash from access.audit where place is not null order by place desc limit 1)
                        union all
                        (select place, hash from access.audit_checkpoint where beginning order by place desc limit 1)
                        order by place desc limit 1""")
                .mapTo(End.class)
                .findOne()
                .orElse(new End(0, AuditLink.BEGINNING));
    }

    private static List<AuditLink> fresh(Handle handle) {
        return handle.createQuery(
                        """
                        select id, at, actor, action, subject, detail from access.audit
                         where place is null order by id limit :portion""")
                .bind("portion", PORTION)
                .mapTo(AuditLink.class)
                .list();
    }

    private static End append(Handle handle, End end, List<AuditLink> lines) {
        List<String> hashes = new ArrayList<>();
        byte[] hash = end.hash();
        long place = end.place();
        for (AuditLink line : lines) {
            hash = line.hash(hash, ++place);
            hashes.add(HexFormat.of().formatHex(hash));
        }
        handle.createUpdate(
                        """
                        update access.audit a set place = :after + link.position, hash = decode(link.hash, 'hex')
                          from unnest(:ids, :hashes) with ordinality as link (id, hash, position)
                         where a.id = link.id""")
                .bind("after", end.place())
                .bindArray("ids", Long.class, lines.stream().map(AuditLink::id).toList())
                .bindArray("hashes", String.class, hashes)
                .execute();
        return new End(place, hash);
    }

    private boolean checkpointIsDue(Handle handle) {
        return handle.createQuery("select not exists (select from access.audit_checkpoint where made > :since)")
                .bind("since", OffsetDateTime.now(clock).minus(BETWEEN_CHECKPOINTS))
                .mapTo(Boolean.class)
                .one();
    }

    /** The server's own log has it too: whoever cuts the newest lines and checkpoints off has not cut that. */
    private void sign(Handle handle, End end, boolean beginning) {
        key.sign(end.place(), beginning, end.hash()).ifPresent(checkpoint -> {
            keep(handle, checkpoint);
            LOG.info(
                    () -> "the audit log comes to " + HexFormat.of().formatHex(end.hash()) + " at line " + end.place());
        });
    }

    private void keep(Handle handle, Checkpoint checkpoint) {
        handle.createUpdate(
                        """
                        insert into access.audit_checkpoint (place, beginning, hash, made, key_id, signature)
                        values (:place, :beginning, :hash, :made, :keyId, :signature) on conflict do nothing""")
                .bind("place", checkpoint.place())
                .bind("beginning", checkpoint.beginning())
                .bind("hash", checkpoint.hash())
                .bind("made", OffsetDateTime.now(clock))
                .bind("keyId", checkpoint.keyId())
                .bind("signature", checkpoint.signature())
                .execute();
    }

    private AuditVerification verified(Handle handle) {
        sealAll(handle);
        AuditVerification found = new AuditWalk(handle, key).found(OffsetDateTime.now(clock));
        if (!found.isWhole()) {
            LOG.log(Level.SEVERE, () -> "the audit log is broken: " + found);
        }
        handle.createUpdate(
                        """
                        insert into access.audit_verification (at, first_place, lines, checkpoints, broken_at, breach)
                        values (:at, :firstPlace, :lines, :checkpoints, :brokenAt, :breach)""")
                .bind("at", found.at())
                .bind("firstPlace", found.firstPlace())
                .bind("lines", found.lines())
                .bind("checkpoints", found.checkpoints())
                .bind("brokenAt", found.brokenAt())
                .bind("breach", found.breach().map(Enum::name))
                .execute();
        return found;
    }

    private long forget(Handle handle, OffsetDateTime limit) {
        Optional<End> last = handle.createQuery(
                        """
                        select place, hash from access.audit
                         where place < coalesce((select min(place) from access.audit where at >= :limit),
                                                9223372036854775807)
                         order by place desc limit 1""")
                .bind("limit", limit)
                .mapTo(End.class)
                .findOne();
        last.ifPresent(end -> sign(handle, end, true));
        return last.map(end -> deleteUpTo(handle, end.place())).orElse(0L);
    }

    /** The trigger lets lines go up to the place that the statement says. */
    private static long deleteUpTo(Handle handle, long place) {
        String said = " using (select set_config('kvalitetsbro.kept_after', ?, true)::bigint as place) said where ";
        String last = String.valueOf(place);
        handle.execute("delete from access.audit_checkpoint c" + said + "c.place < said.place", last);
        return handle.execute("delete from access.audit a" + said + "a.place <= said.place", last);
    }
}
