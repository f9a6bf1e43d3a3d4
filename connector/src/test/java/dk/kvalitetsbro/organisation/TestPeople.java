package dk.kvalitetsbro.organisation;

import dk.kvalitetsbro.privacy.People;
import org.jdbi.v3.core.Jdbi;

/** Who is known, for tests of other packages. */
public final class TestPeople {
    private TestPeople() {}

    public static People on(Jdbi jdbi) {
        return new KnownPeople(jdbi);
    }
}
