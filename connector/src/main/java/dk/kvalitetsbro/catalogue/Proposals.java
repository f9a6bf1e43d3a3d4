package dk.kvalitetsbro.catalogue;

import static java.util.Objects.requireNonNull;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.catalogue.Proposal.Change;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.themes.Themes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;

/** What was changed on the platform and waits for a decision here. */
@ApplicationScoped
class Proposals {
    private record Row(long id, long course, String name, ThemeCode theme, Change change) {}

    private final Jdbi jdbi;
    private final Themes themes;
    private final AuditLog audit;
    private final Event<LinksDue> due;

    @Inject
    Proposals(Jdbi jdbi, Themes themes, AuditLog audit, Event<LinksDue> due) {
        this.jdbi = jdbi;
        this.themes = themes;
        this.audit = audit;
        this.due = due;
    }

    /** @return those that it still makes a difference to decide about, by course and theme */
    public List<Proposal> open() {
        Map<ThemeCode, Theme> byCode = themes.byCode();
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select p.id, p.course, o.name, p.theme, p.change
                          from catalogue.proposal p
                          join catalogue.offered o on o.id = p.course and not o.gone
                          left join catalogue.attachment a on a.course = p.course and a.theme = p.theme
                         where not p.declined and (p.change = 'ADDED') = (a.course is null)
                         order by o.name, o.id, p.theme""")
                .mapTo(Row.class)
                .map(row -> new Proposal(
                        row.id(), row.course(), row.name(), requireNonNull(byCode.get(row.theme())), row.change()))
                .list());
    }

    public Optional<Proposal> find(long id) {
        return open().stream().filter(proposal -> proposal.id() == id).findFirst();
    }

    /**
     * Does here what was done there.
     *
     * @return false, and nothing is changed, when somebody else was faster
     */
    @Transactional
    public boolean accept(Proposal proposal) {
        if (changed("delete from catalogue.proposal where id = ? and not declined", proposal.id()) == 0) {
            return false;
        }
        if (proposal.change() == Change.ADDED) {
            changed(
                    "insert into catalogue.attachment (course, theme) values (?, ?) on conflict do nothing",
                    pair(proposal));
        } else {
            changed("delete from catalogue.attachment where course = ? and theme = ?", pair(proposal));
            changed("insert into catalogue.told (course, theme) values (?, ?) on conflict do nothing", pair(proposal));
        }
        decided("catalogue.proposalAccepted", proposal);
        return true;
    }

    /**
     * Leaves things here as they are. What was done there is undone there when the two are matched next.
     *
     * @return false, and nothing is changed, when somebody else was faster
     */
    @Transactional
    public boolean decline(Proposal proposal) {
        if (changed("update catalogue.proposal set declined = true where id = ? and not declined", proposal.id())
                == 0) {
            return false;
        }
        decided("catalogue.proposalDeclined", proposal);
        return true;
    }

    private int changed(String statement, Object... values) {
        return jdbi.withHandle(handle -> handle.execute(statement, values));
    }

    private static Object[] pair(Proposal proposal) {
        return new Object[] {proposal.course(), proposal.theme().code()};
    }

    private void decided(String action, Proposal proposal) {
        audit.add(
                action,
                Long.toString(proposal.course()),
                proposal.change() + " " + proposal.theme().code());
        due.fire(new LinksDue());
    }
}
