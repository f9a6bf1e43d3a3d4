package dk.kvalitetsbro.catalogue;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.themes.Themes;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Which courses help with which themes: many to many. */
@ApplicationScoped
class Attachments {
    private final Jdbi jdbi;
    private final Themes themes;
    private final AuditLog audit;
    private final Event<LinksDue> due;

    @Inject
    Attachments(Jdbi jdbi, Themes themes, AuditLog audit, Event<LinksDue> due) {
        this.jdbi = jdbi;
        this.themes = themes;
        this.audit = audit;
        this.due = due;
    }

    /**
     * Attaches the course to these themes and to no others that are in use; what it helped with before they ended stays.
     * The same again changes nothing.
     *
     * @throws Refusal when one of them is not a theme in use
     */
    @Transactional
    public void replace(Course course, Collection<String> themeCodes) {
        Set<String> inUse =
                themes.inUse().stream().map(theme -> theme.code().value()).collect(Collectors.toSet());
        List<String> wanted = known(themeCodes, inUse);
        int changed = jdbi.withHandle(handle -> detach(handle, course, wanted, inUse) + attach(handle, course, wanted));
        if (changed > 0) {
            audit.add("catalogue.themesChanged", Long.toString(course.id()), String.join(" ", wanted));
            due.fire(new LinksDue());
        }
    }

    private static List<String> known(Collection<String> codes, Set<String> known) {
        for (String code : codes) {
            if (!known.contains(code)) {
                throw new Refusal("catalogue.unknownTheme", code);
            }
        }
        return List.copyOf(new TreeSet<>(codes));
    }

    private static int detach(Handle handle, Course course, List<String> wanted, Set<String> inUse) {
        return handle.createUpdate(
                        """
                        delete from catalogue.attachment
                         where course = :course and theme <> all (:themes) and theme = any (:inUse)""")
                .bind("course", course.id())
                .bindArray("themes", String.class, wanted)
                .bindArray("inUse", String.class, List.copyOf(inUse))
                .execute();
    }

    private static int attach(Handle handle, Course course, List<String> wanted) {
        return handle.createUpdate(
                        """
                        insert into catalogue.attachment (course, theme) select :course, unnest(:themes)
                        on conflict do nothing""")
                .bind("course", course.id())
                .bindArray("themes", String.class, wanted)
                .execute();
    }
}
