import dk.kvalitetsbro.moodle.client.Enrolment;
import dk.kvalitetsbro.moodle.client.MoodleClient;
import dk.kvalitetsbro.moodle.client.MoodleException;
import dk.kvalitetsbro.moodle.client.Outcome;
import dk.kvalitetsbro.moodle.client.Params;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** A program such as any user of the client would write: nothing but the jar and what it asks for. */
public class Main {
    public record Row(long id, String fullname) {}

    public static void main(String[] arguments) {
        var site = URI.create(arguments[0]);
        try (var moodle = MoodleClient.at(site, arguments[1]).build()) {
            var course = moodle.courses().all().get(0);
            var rows = new ArrayList<Enrolment>();
            for (var person : moodle.users().byIdnumbers(List.of("KEY1", "KEY2"))) {
                rows.add(Enrolment.of(person.id(), course.id()));
            }
            rows.add(Enrolment.of(9_999_999, course.id()));
            for (var result : moodle.enrolments().enrol(rows)) {
                System.out.println(tell(result.outcome()));
            }
            moodle.call("core_nope_nope", Params.none(), Object.class);
        } catch (MoodleException.NotAllowed | MoodleException.Refused e) {
            System.out.println("refused");
        }
        var count = new AtomicLong();
        try (var large = MoodleClient.at(URI.create(arguments[2]), "t").build()) {
            large.readRows("core_user_get_users", Params.none(), Row.class, row -> count.addAndGet(row.id()));
        }
        System.out.println(count);
    }

    private static String tell(Outcome outcome) {
        return outcome instanceof Outcome.Refused refused ? "refused " + refused.errorCode() : "done";
    }
}
