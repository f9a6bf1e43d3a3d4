package dk.kvalitetsbro.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ChapterTest {
    @Test
    void every_page_of_a_chapter_is_in_the_table_of_rights() {
        List<String> unknown = Stream.of(Chapter.values())
                .flatMap(chapter -> chapter.pages().stream())
                .map(Chapter.Page::path)
                .filter(path -> Rights.rule("GET", path).isEmpty())
                .toList();
        assertEquals(List.of(), unknown);
    }

    @Test
    void a_page_below_one_of_a_chapter_belongs_to_it_and_a_centres_page_of_the_same_name_does_not() {
        assertTrue(Chapter.PEOPLE_AND_ACCESS.has("persondata/p1"));
        assertFalse(Chapter.PEOPLE_AND_ACCESS.has("dagtilbud/C001/invitationer"));
    }
}
