package dk.kvalitetsbro.workshops;

import java.time.OffsetDateTime;

/**
 * How a group puts what it is there for.
 *
 * @param version   1 for the first wording
 * @param alignment how it hangs together with the municipality's formal core task
 */
record CoreTask(int version, String text, String alignment, OffsetDateTime written) {}
