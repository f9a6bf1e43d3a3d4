package dk.kvalitetsbro.privacy;

/**
 * What one package holds about people. Each package that does implements it, as a bean without anything injected: what
 * it tells and erases is SQL on its own tables. A test fails while a column that may name somebody is not covered.
 */
public interface PersonalData {
    /** Tells everything that is held about the person. */
    void tell(Holdings holdings);

    /** Takes the person out, and leaves what others count by. */
    void erase(Erasure erasure);
}
