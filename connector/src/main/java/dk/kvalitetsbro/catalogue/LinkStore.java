package dk.kvalitetsbro.catalogue;

import dk.kvalitetsbro.catalogue.LinkState.Move;
import dk.kvalitetsbro.catalogue.ThemeLinks.Link;
import dk.kvalitetsbro.catalogue.ThemeLinks.Links;
import dk.kvalitetsbro.themes.Theme;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Compares the platform's links with the attachments, and keeps what it has been told and what is to be decided. */
@ApplicationScoped
class LinkStore {
    private static final Set<Move> CHANGING = Set.of(Move.ATTACH, Move.DETACH);

    private final Jdbi jdbi;

    @Inject
    LinkStore(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * Brings the proposals up to date. What will be attached there is noted as told before it is: should nobody live to
     * hear the answer, it can still be taken away again.
     *
     * @return every course and theme that are linked here or there; courses and themes that one side lacks are left out
     */
    @Transactional
    public List<LinkState> compare(Links links, Collection<Theme> themes) {
        return jdbi.withHandle(handle -> {
            List<LinkState> states = states(handle, links, themes);
            noteTold(handle, only(states, LinkState::endsLinked));
            forgetTold(handle, only(states, state -> state.told() && state.move() == Move.NOTHING));
            keepProposals(handle, only(states, LinkState::isToBeDecidedOrUndone));
            return states;
        });
    }

    private static List<LinkState> only(List<LinkState> states, Predicate<LinkState> which) {
        return states.stream().filter(which).toList();
    }

    private static List<LinkState> states(Handle handle, Links links, Collection<Theme> themes) {
        List<Link> each = links.links();
        return handle.createQuery(
                        """
                        select course, theme, a.here is not null as attached, l.state as there, t.told is not null as told,
                               p.declined
                          from (select course, theme, true as here from catalogue.attachment) a
                          full join unnest(:courses, :themes, :states) as l (course, theme, state) using (course, theme)
                          full join (select course, theme, true as told from catalogue.told) t using (course, theme)
                          full join (select course, theme, change as declined from catalogue.proposal where declined) p
                         using (course, theme)
                         where course in (select id from catalogue.offered where id = any (:offered) and not gone)
                           and theme = any (:known)
                         order by course, theme""")
                .bindArray(
                        "courses", Long.class, each.stream().map(Link::course).toList())
                .bindArray(
                        "themes", String.class, each.stream().map(Link::theme).toList())
                .bindArray(
                        "states",
                        String.class,
                        each.stream().map(link -> link.state().name()).toList())
                .bindArray("offered", Long.class, List.copyOf(links.courses()))
                .bindArray(
                        "known",
                        String.class,
                        themes.stream().map(theme -> theme.code().value()).toList())
                .mapTo(LinkState.class)
                .list();
    }

    private static void noteTold(Handle handle, List<LinkState> states) {
        handle.createUpdate(
                        """
                        insert into catalogue.told (course, theme) select * from unnest(:courses, :themes)
                        on conflict do nothing""")
                .bindArray("courses", Long.class, courses(states))
                .bindArray("themes", String.class, themes(states))
                .execute();
    }

    private static void forgetTold(Handle handle, List<LinkState> states) {
        handle.createUpdate(
                        """
                        delete from catalogue.told t using unnest(:courses, :themes) as over (course, theme)
                         where t.course = over.course and t.theme = over.theme""")
                .bindArray("courses", Long.class, courses(states))
                .bindArray("themes", String.class, themes(states))
                .execute();
    }

    /** A proposal that still stands keeps its id; about another change there it is another proposal. */
    private static void keepProposals(Handle handle, List<LinkState> standing) {
        List<Long> courses = courses(standing);
        List<String> themes = themes(standing);
        List<String> changes =
                standing.stream().map(state -> state.change().name()).toList();
        handle.createUpdate(
                        """
                        delete from catalogue.proposal
                         where (course, theme, change) not in (select * from unnest(:courses, :themes, :changes))""")
                .bindArray("courses", Long.class, courses)
                .bindArray("themes", String.class, themes)
                .bindArray("changes", String.class, changes)
                .execute();
        handle.createUpdate(
                        """
                        insert into catalogue.proposal (course, theme, change)
                        select * from unnest(:courses, :themes, :changes) on conflict do nothing""")
                .bindArray("courses", Long.class, courses)
                .bindArray("themes", String.class, themes)
                .bindArray("changes", String.class, changes)
                .execute();
    }

    /** Notes that the platform has made these moves. */
    @Transactional
    public void moved(List<LinkState> states) {
        jdbi.useHandle(handle -> {
            endProposals(handle, only(states, state -> CHANGING.contains(state.move())));
            forgetTold(handle, only(states, state -> state.move() == Move.DETACH));
        });
    }

    /** What was turned down has been undone. */
    private static void endProposals(Handle handle, List<LinkState> states) {
        handle.createUpdate(
                        """
                        delete from catalogue.proposal p using unnest(:courses, :themes) as undone (course, theme)
                         where p.course = undone.course and p.theme = undone.theme""")
                .bindArray("courses", Long.class, courses(states))
                .bindArray("themes", String.class, themes(states))
                .execute();
    }

    /** Nothing is asked about a platform that knows no themes. */
    @Transactional
    public void askNothing() {
        jdbi.useHandle(handle -> handle.execute("delete from catalogue.proposal where not declined"));
    }

    private static List<Long> courses(List<LinkState> states) {
        return states.stream().map(LinkState::course).toList();
    }

    private static List<String> themes(List<LinkState> states) {
        return states.stream().map(state -> state.theme().value()).toList();
    }
}
