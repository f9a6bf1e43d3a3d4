package dk.kvalitetsbro.lti;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dk.kvalitetsbro.web.PublicAddress;
import jakarta.json.JsonString;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToolDescriptionTest {
    @Test
    void a_name_is_asked_for_only_where_people_are_known_by_the_username_which_moodle_tells_with_it() {
        assertEquals(List.of("iss", "sub"), claims("idnumber"));
        assertEquals(List.of("iss", "sub", "name"), claims("username"));
    }

    private static List<String> claims(String personKey) {
        return new ToolDescription(new PublicAddress(Optional.empty()), new Vouched(personKey))
                .json(URI.create("https://kvalitetsbro.example/app/"))
                .getJsonObject(ToolDescription.LTI)
                .getJsonArray("claims")
                .getValuesAs(JsonString::getString);
    }
}
