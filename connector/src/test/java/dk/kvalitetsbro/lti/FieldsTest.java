package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What a platform posts, read as far as it is a form. */
class FieldsTest {
    @Test
    void fields_are_found_decoded_and_what_is_blank_is_not_there() {
        Fields form = form("state=a+b%26c&id_token=&x=%20&=y&z");

        assertEquals("a b&c", form.get("state"));
        for (String name : new String[] {"id_token", "x", "", "z", "other"}) {
            assertEquals(Optional.empty(), form.find(name), name);
        }
    }

    @Test
    void what_is_not_encoded_as_a_form_is_none() {
        assertRefused(Rule.ONE_ANSWER, () -> form("state=%zz"));
        assertRefused(Rule.ONE_ANSWER, () -> form("%zz=state"));
    }

    @Test
    void a_body_that_breaks_off_is_none() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the connection is gone");
            }
        };

        assertRefused(Rule.ONE_ANSWER, () -> Fields.ofForm(broken, Rule.ONE_ANSWER, 10));
    }

    @Test
    void of_a_body_that_never_ends_no_more_is_read_than_a_launch_may_have() {
        var endless = new InputStream() {
            private int read;

            @Override
            public int read() {
                read++;
                return read > 1 << 20 ? -1 : 'x';
            }
        };

        assertRefused(Rule.TOKEN_SIZE, () -> Fields.ofForm(endless, Rule.ONE_ANSWER, 10));
        assertTrue(endless.read < 1 << 17, endless.read + " bytes");
    }

    private static Fields form(String body) {
        var bytes = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        return Fields.ofForm(bytes, Rule.ONE_ANSWER, 10);
    }

    private static void assertRefused(Rule rule, Runnable reading) {
        assertEquals(rule, assertThrows(LaunchRefused.class, reading::run).rule());
    }
}
