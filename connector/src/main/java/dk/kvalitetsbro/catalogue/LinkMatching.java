package dk.kvalitetsbro.catalogue;

import dk.kvalitetsbro.catalogue.ThemeLinks.Links;
import dk.kvalitetsbro.catalogue.ThemeLinks.Refused;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.Themes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * Brings the platform's links in line with what is attached here, and makes a proposal of what was changed there. Each
 * round looks at everything as it is, so that one that was cut short is made up for by the next. No transaction is open
 * while the platform is asked.
 */
@ApplicationScoped
public class LinkMatching {
    /** The advisory lock's number; PostgreSQL gives it free when the node that holds it dies. */
    static final long LOCK = 7_361_004;

    /**
     * What a round came to.
     *
     * @param linked  how many courses and themes are now linked on both sides
     * @param refused what the platform did not take, in its own words
     */
    public record Matched(int linked, List<String> refused) {
        public Matched {
            refused = List.copyOf(refused);
        }
    }

    private final Jdbi jdbi;
    private final ThemeLinks platform;
    private final LinkStore store;
    private final Themes themes;

    @Inject
    public LinkMatching(Jdbi jdbi, ThemeLinks platform, LinkStore store, Themes themes) {
        this.jdbi = jdbi;
        this.platform = platform;
        this.store = store;
        this.themes = themes;
    }

    /** @return whether the platform links courses to themes at all; where it does not, nobody is asked anything */
    public boolean isPossible() {
        boolean offered = platform.areOffered();
        if (!offered) {
            store.askNothing();
        }
        return offered;
    }

    /**
     * One round. Rounds go one at a time, on all nodes together, and each sees what was committed before it was asked for.
     * Whatever the platform throws passes through, and what was done until then is kept.
     */
    public Matched round() {
        try (Handle lock = jdbi.open()) {
            lock.execute("select pg_advisory_lock(?)", LOCK);
            try {
                return match();
            } finally {
                lock.execute("select pg_advisory_unlock(?)", LOCK);
            }
        }
    }

    private Matched match() {
        List<Theme> all = themes.all();
        List<String> refused = new ArrayList<>();
        allowingForRefusal(refused, () -> platform.publish(all));
        Links links = platform.read();
        List<LinkState> moved = new ArrayList<>();
        try {
            for (LinkState state : store.compare(links, all)) {
                if (allowingForRefusal(refused, () -> move(state))) {
                    moved.add(state);
                }
            }
        } finally {
            store.moved(moved);
        }
        int linked = (int) moved.stream().filter(LinkState::endsLinked).count();
        return new Matched(linked, refused);
    }

    private void move(LinkState state) {
        switch (state.move()) {
            case ATTACH -> platform.attach(state.course(), state.theme());
            case DETACH -> platform.detach(state.course(), state.theme());
            default -> {}
        }
    }

    /** @return whether it was not refused */
    private static boolean allowingForRefusal(List<String> refused, Runnable attempt) {
        try {
            attempt.run();
            return true;
        } catch (Refused e) {
            refused.add(e.getMessage());
            return false;
        }
    }
}
