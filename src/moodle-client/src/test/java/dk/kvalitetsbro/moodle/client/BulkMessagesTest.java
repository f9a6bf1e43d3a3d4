package dk.kvalitetsbro.moodle.client;

import static dk.kvalitetsbro.moodle.client.TestSite.outcomes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import dk.kvalitetsbro.moodle.client.Messages.Message;
import dk.kvalitetsbro.moodle.client.MoodleException.Unclear;
import dk.kvalitetsbro.moodle.fake.Fault;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Many messages at a time: nobody gets one twice. */
class BulkMessagesTest {
    private static final String TOGETHER = "tool_mobile_call_external_functions";
    private static final Outcome DONE = new Outcome.Done();

    private final TestSite site = new TestSite(3, 0);

    @AfterEach
    void stop() {
        site.close();
    }

    @Test
    void a_message_whose_reply_is_lost_is_unknown_and_never_sent_again() {
        site.moodle.faults().next(TOGETHER, new Fault.CutAfter());

        for (var outcome : outcomes(site.client().messages().send(toEverybody()))) {
            assertInstanceOf(
                    Unclear.class,
                    assertInstanceOf(Outcome.Unknown.class, outcome).why());
        }
        assertEquals(1, site.moodle.faults().calls(TOGETHER));
    }

    @Test
    void of_several_messages_only_the_one_that_broke_off_is_unknown() throws Exception {
        try (var moodle = new ScriptedMoodle()) {
            var sent = "{\"error\":false,\"data\":\"[{\\\"msgid\\\":7}]\"}";
            moodle.offers(TOGETHER)
                    .answers("{\"responses\":[" + sent + ",{\"error\":true,\"exception\":"
                            + "\"{\\\"errorcode\\\":\\\"dmlwriteexception\\\",\\\"message\\\":\\\"m\\\"}\"}]}")
                    .answers("{\"responses\":[" + sent + "]}");
            var rows = LongStream.of(5, 6, 7)
                    .mapToObj(person -> new Message(person, "Hej"))
                    .toList();
            var outcomes = outcomes(moodle.client().messages().send(rows));

            assertEquals(List.of(DONE, DONE), List.of(outcomes.get(0), outcomes.get(2)));
            assertInstanceOf(Outcome.Unknown.class, outcomes.get(1));
        }
    }

    @Test
    void messages_that_surely_did_not_leave_are_sent_again() {
        site.moodle.faults().next(TOGETHER, Fault.exception("e", "upgraderunning", "Site is being upgraded"));

        assertEquals(
                List.of(DONE, DONE, DONE), outcomes(site.client().messages().send(toEverybody())));
    }

    @Test
    void messages_go_one_by_one_where_no_batches_are_offered() {
        site.moodle.faults().withhold(TOGETHER);

        assertEquals(
                List.of(DONE, DONE, DONE), outcomes(site.client().messages().send(toEverybody())));
        assertEquals(3, site.moodle.faults().calls("core_message_send_instant_messages"));
    }

    private List<Message> toEverybody() {
        return site.people.stream().map(person -> new Message(person, "Hej")).toList();
    }
}
