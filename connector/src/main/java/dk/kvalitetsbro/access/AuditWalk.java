package dk.kvalitetsbro.access;

import dk.kvalitetsbro.access.AuditKey.Checkpoint;
import dk.kvalitetsbro.access.AuditVerification.Breach;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Goes through the chain once, line by line from its beginning, up to the first place where something is wrong. */
final class AuditWalk {
    /** A line takes its place seconds after it was added; a transaction that long is none of ours. */
    static final Duration LATEST = Duration.ofDays(1);

    private static final int FETCHED_AT_ONCE = 2_000;

    private record Sealed(
            long place,
            byte[] hash,
            long id,
            OffsetDateTime at,
            String actor,
            String action,
            String subject,
            String detail) {
        AuditLink link() {
            return new AuditLink(id, at, actor, action, subject, detail);
        }
    }

    private final Handle handle;
    private final AuditKey key;
    private final Map<Long, Checkpoint> beginnings;
    private final TreeMap<Long, Checkpoint> reached;
    private OffsetDateTime newest = OffsetDateTime.MAX;
    private byte[] hash = AuditLink.BEGINNING;
    private long place;
    private long first = 1;
    private int signed;
    private @Nullable Breach breach;

    AuditWalk(Handle handle, AuditKey key) {
        this.handle = handle;
        this.key = key;
        this.beginnings = checkpoints(true);
        this.reached = checkpoints(false);
    }

    private TreeMap<Long, Checkpoint> checkpoints(boolean beginning) {
        return handle.createQuery(
                        """
                        select place, beginning, hash, key_id, signature from access.audit_checkpoint
                         where beginning = :beginning""")
                .bind("beginning", beginning)
                .mapTo(Checkpoint.class)
                .collect(Collectors.toMap(Checkpoint::place, Function.identity(), (one, same) -> one, TreeMap::new));
    }

    AuditVerification found(OffsetDateTime now) {
        long lines = 0;
        try (Stream<Sealed> sealed = sealed()) {
            for (Iterator<Sealed> each = sealed.iterator(); each.hasNext() && breach == null; lines++) {
                Sealed line = each.next();
                if (lines == 0) {
                    begin(line);
                }
                if (breach == null) {
                    follow(line);
                }
            }
        }
        if (breach == null) {
            end(lines);
        }
        return new AuditVerification(
                now, first, lines, signed, Optional.ofNullable(breach).map(why -> place), Optional.ofNullable(breach));
    }

    private Stream<Sealed> sealed() {
        return handle
                .createQuery(
                        """
                        select place, hash, id, at, actor, action, subject, detail from access.audit
                         where place is not null order by place""")
                .setFetchSize(FETCHED_AT_ONCE)
                .mapTo(Sealed.class)
                .stream();
    }

    private void begin(Sealed line) {
        newest = line.at();
        if (line.place() > 1) {
            beginAfter(line.place() - 1);
        }
    }

    /** Lines may be gone if it is signed that they are no longer kept, and what they came to. */
    private void beginAfter(long gone) {
        place = gone;
        first = gone + 1;
        Checkpoint beginning = beginnings.get(gone);
        if (beginning == null || !key.signed(beginning)) {
            place = first;
            breach = Breach.BEGINNING;
        } else {
            hash = beginning.hash();
            signed++;
        }
    }

    private void follow(Sealed line) {
        place++;
        if (line.place() != place) {
            breach = Breach.MISSING;
        } else {
            hash = line.link().hash(hash, place);
            breach = wrongWith(line);
        }
    }

    private @Nullable Breach wrongWith(Sealed line) {
        if (!Arrays.equals(hash, line.hash())) {
            return Breach.CHANGED;
        }
        if (line.at().isBefore(newest.minus(LATEST))) {
            return Breach.BACKDATED;
        }
        newest = line.at().isAfter(newest) ? line.at() : newest;
        Checkpoint checkpoint = reached.get(place);
        if (checkpoint == null) {
            return null;
        }
        signed++;
        return Arrays.equals(checkpoint.hash(), hash) && key.signed(checkpoint) ? null : Breach.CHECKPOINT;
    }

    /** What was signed after the last line is of lines that are gone, unless none is kept. */
    private void end(long lines) {
        long last = Math.max(place, lastOf(beginnings.keySet()));
        if (lines == 0 && last > 0) {
            beginAfter(last);
        }
        if (breach == null && lastOf(reached.keySet()) > place) {
            place++;
            breach = Breach.MISSING;
        }
    }

    private static long lastOf(Collection<Long> places) {
        return places.stream().mapToLong(Long::longValue).max().orElse(0);
    }
}
