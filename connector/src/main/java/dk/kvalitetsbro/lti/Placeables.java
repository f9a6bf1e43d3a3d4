package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.Actor;
import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.Role;
import dk.kvalitetsbro.organisation.Centre;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.web.Texts;
import dk.kvalitetsbro.workshops.Workshops;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What somebody may place in a course: what is everybody's own, and pages of their own centres. Placing a page lets nobody
 * in: whoever opens it is asked for by the table of rights as always.
 */
@RequestScoped
class Placeables {
    private final Organisation organisation;
    private final Workshops workshops;
    private final Texts texts;

    @Inject
    Placeables(Organisation organisation, Workshops workshops, Texts texts) {
        this.organisation = organisation;
        this.workshops = workshops;
        this.texts = texts;
    }

    public List<Placeable> of(Actor actor) {
        List<Placeable> all = new ArrayList<>();
        all.add(new Placeable("mine-forloeb", texts.get("lti.place.myLearning"), false));
        if (actor.is(Role.STAFF) || actor.is(Role.LEADER) || actor.is(Role.ADMINISTRATION)) {
            all.add(new Placeable("dagtilbud", texts.get("lti.place.ownResults"), false));
        }
        centres(actor).forEach((name, centre) -> all.addAll(of(centre, name)));
        return all;
    }

    private List<Placeable> of(CentreCode centre, String name) {
        List<Placeable> pages = new ArrayList<>();
        pages.add(new Placeable("dagtilbud/" + centre + "/resultater", texts.of("lti.place.results", name), false));
        workshops
                .begun(centre)
                .forEach(workshop -> pages.add(
                        new Placeable(workshop.page(), texts.of("lti.place.workshop", workshop.title(), name), true)));
        return pages;
    }

    private TreeMap<String, CentreCode> centres(Actor actor) {
        Set<CentreCode> own = new TreeSet<>(java.util.Comparator.comparing(CentreCode::value));
        own.addAll(actor.leads());
        own.addAll(actor.worksAt());
        TreeMap<String, CentreCode> byName = new TreeMap<>();
        own.forEach(
                code -> byName.put(organisation.centre(code).map(Centre::name).orElse(code.value()), code));
        return byName;
    }
}
