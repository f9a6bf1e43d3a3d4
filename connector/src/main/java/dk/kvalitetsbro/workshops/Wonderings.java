package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.web.FreeText;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What groups wonder about, on its way from a reflection card to the leader and back. */
@ApplicationScoped
public class Wonderings {
    /**
     * A question that waits for the leader's answer.
     *
     * @param workshop the title of the workshop it comes from
     */
    public record Unanswered(long id, String question, String workshop, OffsetDateTime asked) {}

    private final Jdbi jdbi;
    private final Material material;
    private final Voices voices;
    private final AuditLog audit;
    private final Clock clock;

    @Inject
    public Wonderings(Jdbi jdbi, Material material, Voices voices, AuditLog audit, Clock clock) {
        this.jdbi = jdbi;
        this.material = material;
        this.voices = voices;
        this.audit = audit;
        this.clock = clock;
    }

    /** @return the questions waiting for an answer from the centre's leader, the oldest first */
    public List<Unanswered> unanswered(CentreCode centre) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select q.id, q.text as question, w.title as workshop, q.asked
                          from workshops.question q
                          join workshops.workshop w on w.id = q.workshop
                         where w.centre = :centre and q.asked is not null
                           and not exists (select from workshops.answer a where a.question = q.id)
                         order by q.asked, q.id""")
                .bind("centre", centre)
                .mapTo(Unanswered.class)
                .list());
    }

    /**
     * Gives the group its answer. A later answer is shown in place of an earlier one.
     *
     * @return whether somebody at the centre has asked that question; nothing is kept otherwise
     */
    @Transactional
    public boolean answer(CentreCode centre, long question, @Nullable String answer) {
        String words = FreeText.required(answer, 2000);
        if (!wasAsked(centre, question)) {
            return false;
        }
        jdbi.useHandle(handle -> handle.execute(
                "insert into workshops.answer (question, text, answered) values (?, ?, ?) on conflict do nothing",
                question,
                words,
                OffsetDateTime.now(clock)));
        audit.add("workshop.answered", centre.value(), Long.toString(question));
        return true;
    }

    private boolean wasAsked(CentreCode centre, long question) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select exists (select from workshops.question q join workshops.workshop w on w.id = q.workshop
                                        where w.centre = :centre and q.id = :question and q.asked is not null)""")
                .bind("centre", centre)
                .bind("question", question)
                .mapTo(Boolean.class)
                .one());
    }

    /** @return what the group wonders about, the newest first */
    List<Wondering> of(Workshop workshop) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select q.id, q.text, q.card, q.made_sense, q.asked, a.text as answer, a.answered
                          from workshops.question q
                          left join lateral (select text, answered from workshops.answer x
                                              where x.question = q.id order by x.id desc limit 1) a on true
                         where q.workshop = :workshop order by q.id desc""")
                .bind("workshop", workshop.id())
                .mapTo(Wondering.class)
                .list());
    }

    /** Writes a question down, and lays a card on its topic beside it. */
    @Transactional
    void wonder(Workshop workshop, Topic topic, @Nullable String text) {
        String words = FreeText.required(text, 500);
        Card card = Deck.onTopic(material.cards(), topic, workshop.tally().questions());
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        insert into workshops.question (workshop, text, card, wondered)
                        values (:workshop, :text, :card, :now)""")
                .bind("workshop", workshop.id())
                .bind("text", words)
                .bind("card", card.code())
                .bind("now", OffsetDateTime.now(clock))
                .execute());
        voices.heardIn(workshop);
    }

    /** Lays the next card on the same topic beside the question, if the card seen still lies there. */
    @Transactional
    void tryAnotherCard(Workshop workshop, long question, String seen) {
        jdbi.useHandle(handle -> handle.createUpdate(
                        """
                        update workshops.question set card = :next
                         where workshop = :workshop and id = :question and card = :seen and made_sense is null""")
                .bind("next", Deck.after(material.cards(), seen).code())
                .bind("workshop", workshop.id())
                .bind("question", question)
                .bind("seen", seen)
                .execute());
        voices.heardIn(workshop);
    }

    /**
     * Notes that the card made sense of it.
     *
     * @throws Refusal when the leader has been asked meanwhile
     */
    @Transactional
    void cardMadeSense(Workshop workshop, long question) {
        int noted = jdbi.withHandle(handle -> handle.createUpdate(
                        """
                        update workshops.question set made_sense = true
                         where workshop = :workshop and id = :question and asked is null""")
                .bind("workshop", workshop.id())
                .bind("question", question)
                .execute());
        Meanwhile.refuseUnless(noted == 1);
        voices.heardIn(workshop);
    }

    /**
     * Notes that the card did not make sense of it, and sends the question to the leader. A question is sent once.
     *
     * @throws Refusal when the workshop has no such question
     */
    @Transactional
    void askLeader(Workshop workshop, long question) {
        int asked = jdbi.withHandle(handle -> handle.createUpdate(
                        """
                        update workshops.question set made_sense = false, asked = coalesce(asked, :now)
                         where workshop = :workshop and id = :question""")
                .bind("now", OffsetDateTime.now(clock))
                .bind("workshop", workshop.id())
                .bind("question", question)
                .execute());
        Meanwhile.refuseUnless(asked == 1);
        voices.heardIn(workshop);
    }
}
