package dk.kvalitetsbro.access;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What the hash of a line in the audit log covers. */
class AuditLinkTest {
    private static final OffsetDateTime AT = OffsetDateTime.parse("2026-06-01T08:00:00.000001Z");
    private static final byte[] BEFORE = new byte[32];
    private static final AuditLink LINE = new AuditLink(7, AT, "anne", "record.read", "maja", "walk-1");

    @Test
    void every_part_of_a_line_its_place_and_the_line_before_count() {
        byte[] another = new byte[32];
        another[31] = 1;
        List<byte[]> hashes = List.of(
                LINE.hash(BEFORE, 5),
                LINE.hash(another, 5),
                LINE.hash(BEFORE, 6),
                new AuditLink(8, AT, "anne", "record.read", "maja", "walk-1").hash(BEFORE, 5),
                new AuditLink(7, AT.plusNanos(1_000), "anne", "record.read", "maja", "walk-1").hash(BEFORE, 5),
                new AuditLink(7, AT, "karen", "record.read", "maja", "walk-1").hash(BEFORE, 5),
                new AuditLink(7, AT, "anne", "log.read", "maja", "walk-1").hash(BEFORE, 5),
                new AuditLink(7, AT, "anne", "record.read", "ole", "walk-1").hash(BEFORE, 5),
                new AuditLink(7, AT, "anne", "record.read", "maja", "walk-2").hash(BEFORE, 5),
                new AuditLink(7, AT, "anne", "record.read", "majaw", "alk-1").hash(BEFORE, 5));

        Set<String> different = new HashSet<>();
        hashes.forEach(hash -> different.add(HexFormat.of().formatHex(hash)));
        assertEquals(hashes.size(), different.size());
    }

    @Test
    void the_zone_that_a_time_is_told_in_does_not() {
        var there = new AuditLink(
                7, AT.withOffsetSameInstant(ZoneOffset.ofHours(2)), "anne", "record.read", "maja", "walk-1");

        assertArrayEquals(LINE.hash(BEFORE, 5), there.hash(BEFORE, 5));
    }
}
