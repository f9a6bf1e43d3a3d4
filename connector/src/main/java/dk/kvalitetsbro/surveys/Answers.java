package dk.kvalitetsbro.surveys;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.RespondentGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.jdbi.v3.core.Jdbi;

/** Individual answers, for as long as they are kept. They are for computing from, and never leave as they are. */
@ApplicationScoped
public class Answers {
    private static final int ROWS_AT_A_TIME = 2000;

    private final Jdbi jdbi;

    @Inject
    public Answers(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Hands a group's responses to the reader one by one, in no particular order, a few of them in memory at a time. */
    @Transactional
    public void each(String round, RespondentGroup group, Consumer<Response> reader) {
        Map<String, CentreCode> centres = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        """
                        select centre, rater, family, answers::text as answers from surveys.response
                         where round = :round and grp = :group""")
                .bind("round", round)
                .bind("group", group)
                .setFetchSize(ROWS_AT_A_TIME)
                .map((row, context) -> response(row, centres))
                .useStream(responses -> responses.forEach(reader)));
    }

    private static Response response(ResultSet row, Map<String, CentreCode> centres) throws SQLException {
        return new Response(
                centres.computeIfAbsent(row.getString("centre"), CentreCode::new),
                Optional.ofNullable(row.getString("rater")),
                Optional.ofNullable(row.getString("family")),
                shorts(row.getString("answers")));
    }

    /** @param array as PostgreSQL writes one, such as {@code {4,0,12}} */
    private static short[] shorts(String array) {
        short[] answers = new short
                [1 + (int) array.chars().filter(letter -> letter == ',').count()];
        int item = 0;
        for (int i = 1; i < array.length() - 1; i++) {
            char letter = array.charAt(i);
            if (letter == ',') {
                item++;
            } else {
                answers[item] = (short) (10 * answers[item] + letter - '0');
            }
        }
        return answers;
    }

    /** @return which of the group's items, by their places in the questionnaire, anybody has answered */
    public BitSet answered(String round, RespondentGroup group, int items) {
        BitSet answered = new BitSet();
        jdbi.useHandle(handle -> handle.createQuery(
                        """
                        select item - 1 from generate_series(1, :items) item
                         where exists (select from surveys.response
                                        where round = :round and grp = :group and answers[item] <> 0)""")
                .bind("items", items)
                .bind("round", round)
                .bind("group", group)
                .mapTo(int.class)
                .forEach(answered::set));
        return answered;
    }

    /** @return how many of the group were invited, by centre */
    public Map<CentreCode, Integer> eligible(String round, RespondentGroup group) {
        Map<CentreCode, Integer> eligible = new HashMap<>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "select centre, invited from surveys.eligible where round = :round and grp = :group")
                .bind("round", round)
                .bind("group", group)
                .map((row, context) -> eligible.put(new CentreCode(row.getString("centre")), row.getInt("invited")))
                .list());
        return eligible;
    }

    /**
     * Deletes the answers of rounds that closed before the time given; what was computed from them stays.
     *
     * @return how many were deleted
     */
    @Transactional
    public int deleteOfRoundsClosedBefore(OffsetDateTime time) {
        return jdbi.withHandle(handle -> handle.execute(
                """
                delete from surveys.response
                 where round in (select code from surveys.round where closed < ?)""",
                time));
    }
}
