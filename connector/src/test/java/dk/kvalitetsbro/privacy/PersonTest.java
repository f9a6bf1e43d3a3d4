package dk.kvalitetsbro.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.PersonKey;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By what a person is found in texts, as the database finds it. */
class PersonTest {
    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final Person person = new Person(new PersonKey("walk-1"), Optional.of("Maja (M.) Vandrer"), false);

    @ParameterizedTest
    @CsvSource({
        "Spørg walk-1 om det, true",
        "(walk-1), true",
        "walk-10 ved det, false",
        "cat-walk-1 ved det, false",
        "walk-1.2 ved det, false",
        "Spørg Maja (M.) Vandrer, true",
        "spørg maja (m.) vandrer, true",
        "Spørg Maja M Vandrer, false",
        "Amaja (M.) Vandrer, false"
    })
    void a_key_or_a_name_is_found_as_a_whole_and_nothing_like_it(String text, boolean found) {
        assertEquals(found, jdbi.withHandle(handle -> handle.createQuery("select :text ~* :named")
                .bind("text", text)
                .bind("named", person.named())
                .mapTo(Boolean.class)
                .one()));
    }
}
