package dk.kvalitetsbro.privacy;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.TestDatabase;
import dk.kvalitetsbro.access.PersonKey;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** By what a person is found in texts, as the database finds it. */
class PersonTest {
    private final Jdbi jdbi = TestDatabase.begin().jdbi();
    private final Person person = new Person(new PersonKey("walk-1"), Optional.of("Maja (M.) Vandrer"), false);

    @Test
    void of_whom_nothing_can_be_told_apart_nothing_is_found() {
        var karen = new Person(new PersonKey("karen"), Optional.of("Karen Vandrer"), true);

        assertEquals(false, finds("Karen Vandrer, karen og alle andre", karen));
        assertEquals(false, finds("", karen));
    }

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
        assertEquals(found, finds(text, person));
    }

    private boolean finds(String text, Person someone) {
        return jdbi.withHandle(handle -> handle.createQuery("select :text ~* :named")
                .bind("text", text)
                .bind("named", someone.named())
                .mapTo(Boolean.class)
                .one());
    }
}
