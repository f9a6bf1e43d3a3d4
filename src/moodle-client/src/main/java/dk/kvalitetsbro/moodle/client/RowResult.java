package dk.kvalitetsbro.moodle.client;

/** One row of a bulk write and what became of it. */
public record RowResult<R>(R row, Outcome outcome) {}
