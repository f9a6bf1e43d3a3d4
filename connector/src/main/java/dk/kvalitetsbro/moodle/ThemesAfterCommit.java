package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.catalogue.LinksDue;
import dk.kvalitetsbro.themes.ThemesChanged;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Matches the themes as soon as what calls for it has been committed, without making anybody wait. */
@ApplicationScoped
class ThemesAfterCommit {
    private static final Logger LOG = Logger.getLogger(ThemesAfterCommit.class.getName());

    private final ThemeUpdates updates;
    private final AtomicBoolean aboutToStart = new AtomicBoolean();

    @Resource
    @SuppressWarnings("NullAway.Init")
    private ManagedExecutorService executor;

    @Inject
    ThemesAfterCommit(ThemeUpdates updates) {
        this.updates = updates;
    }

    void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) ThemesChanged renamed) {
        start(new LinksDue());
    }

    /** Many commits at once need only one round: it sees whatever was committed before it starts. */
    void start(@Observes(during = TransactionPhase.AFTER_SUCCESS) LinksDue due) {
        if (aboutToStart.compareAndSet(false, true)) {
            executor.execute(this::round);
        }
    }

    private void round() {
        aboutToStart.set(false);
        try {
            updates.round();
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "themes could not be matched; the next reading of the courses tries again", e);
        }
    }
}
