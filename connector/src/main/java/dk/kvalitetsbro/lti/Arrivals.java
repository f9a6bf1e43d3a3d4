package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.PersonKey;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Optional;

/** Remembers of a launch what the platform's services need later: where a grade goes, where participants are read. */
@ApplicationScoped
class Arrivals {
    private static final String GRADES = "https://purl.imsglobal.org/spec/lti-ags/claim/endpoint";
    private static final String MEMBERS = "https://purl.imsglobal.org/spec/lti-nrps/claim/namesroleservice";

    private final Seats seats;
    private final Courses courses;

    @Inject
    Arrivals(Seats seats, Courses courses) {
        this.seats = seats;
        this.courses = courses;
    }

    /** @param page below the application's root, perhaps with a query; empty for the person's own beginning */
    public void note(Launch launch, PersonKey person, Optional<String> page) {
        Claims grades = launch.claims().object(GRADES);
        if (page.isPresent() && grades.texts("scope").contains(ToolDescription.SCORE)) {
            grades.text("lineitem")
                    .flatMap(item -> LineItem.of(item, launch.platform()))
                    .ifPresent(item -> seats.take(
                            launch.platform().id(),
                            launch.claims().object(Claims.LTI + "resource_link").text("id", Rule.RESOURCE_LINK),
                            launch.subject(),
                            person,
                            item.address().toString(),
                            page.get().replaceFirst("[?].*", "")));
        }
        Claims context = launch.claims().object(Claims.LTI + "context");
        Optional<URI> members = launch.claims()
                .object(MEMBERS)
                .text("context_memberships_url")
                .flatMap(address -> Courses.at(address, launch.platform()));
        context.text("id")
                .ifPresent(id -> members.ifPresent(address -> courses.note(
                        launch.platform().id(),
                        id,
                        context.text("title").map(Printable::of).orElse(id),
                        address)));
    }
}
