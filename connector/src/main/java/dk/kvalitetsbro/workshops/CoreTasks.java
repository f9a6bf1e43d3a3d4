package dk.kvalitetsbro.workshops;

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

/** A workshop's core task in all its wordings. */
@ApplicationScoped
public class CoreTasks {
    private final Jdbi jdbi;
    private final Voices voices;
    private final Clock clock;

    @Inject
    public CoreTasks(Jdbi jdbi, Voices voices, Clock clock) {
        this.jdbi = jdbi;
        this.voices = voices;
        this.clock = clock;
    }

    /** @return the wordings, the one that counts first */
    List<CoreTask> of(Workshop workshop) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select version, text, alignment, written from workshops.core_task
                         where workshop = :workshop order by version desc""")
                .bind("workshop", workshop.id())
                .mapTo(CoreTask.class)
                .list());
    }

    /**
     * Puts the core task in new words; the earlier ones stay.
     *
     * @param seen the version that the new words build on, 0 for none
     * @throws Refusal when somebody has put it in other words meanwhile
     */
    @Transactional
    void write(Workshop workshop, int seen, @Nullable String text, @Nullable String alignment) {
        String words = FreeText.required(text, 500);
        String link = required(alignment);
        int written = jdbi.withHandle(handle -> handle.createUpdate(
                        """
                        insert into workshops.core_task (workshop, version, text, alignment, written)
                        select :workshop, :seen + 1, :text, :alignment, :now
                         where :seen = (select coalesce(max(version), 0) from workshops.core_task
                                         where workshop = :workshop)
                            on conflict (workshop, version) do nothing""")
                .bind("workshop", workshop.id())
                .bind("seen", seen)
                .bind("text", words)
                .bind("alignment", link)
                .bind("now", OffsetDateTime.now(clock))
                .execute());
        Meanwhile.refuseUnless(written == 1);
        voices.heardIn(workshop);
    }

    private static String required(@Nullable String alignment) {
        String words = FreeText.optional(alignment, 1000);
        if (words.isEmpty()) {
            throw new Refusal("workshops.coreTask.alignmentMissing");
        }
        return words;
    }
}
