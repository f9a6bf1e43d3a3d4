package dk.kvalitetsbro.organisation;

import org.jspecify.annotations.Nullable;

/** Takes a file's rows for comparison, in the order of the columns that {@link StagedImport#staged} names. */
@FunctionalInterface
public interface StagedRows {
    /** @param values texts, numbers or dates; null where the field is empty or wrong */
    void add(long line, @Nullable Object... values);
}
