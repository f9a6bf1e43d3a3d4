package dk.kvalitetsbro.organisation;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class FileNameTest {
    @Test
    void a_name_taken_byte_by_byte_becomes_danish_again() {
        String taken = new String("børn på Ærø.csv".getBytes(UTF_8), ISO_8859_1);
        assertEquals("børn på Ærø.csv", FileName.asSent(taken));
    }

    @Test
    void a_name_read_rightly_stays_as_it_is() {
        assertEquals("børn.csv", FileName.asSent("børn.csv"));
        assertEquals("2019 – børn.csv", FileName.asSent("2019 – børn.csv"));
        assertEquals("areas.csv", FileName.asSent("areas.csv"));
    }
}
