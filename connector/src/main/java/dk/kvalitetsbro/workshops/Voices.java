package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.access.CurrentActor;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;

/** Counts those who have contributed, and forgets what each one contributed. */
@ApplicationScoped
public class Voices {
    private final Jdbi jdbi;
    private final CurrentActor actor;
    private final Event<Contribution> contributed;

    @Inject
    public Voices(Jdbi jdbi, CurrentActor actor, Event<Contribution> contributed) {
        this.jdbi = jdbi;
        this.actor = actor;
        this.contributed = contributed;
    }

    void heardIn(Workshop workshop) {
        jdbi.useHandle(handle -> handle.execute(
                "insert into workshops.voice (workshop, person_key) values (?, ?) on conflict do nothing",
                workshop.id(),
                actor.get().key()));
        contributed.fire(new Contribution(actor.get().key(), workshop.path()));
    }
}
