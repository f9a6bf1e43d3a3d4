package dk.kvalitetsbro.catalogue;

import dk.kvalitetsbro.access.Redirect;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Predicate;

/** Where somebody decides about what was changed on the platform; the page on themes and courses shows it. */
@Controller
@RequestScoped
@Path("temaer-og-kurser/forslag/{proposal}")
public class ProposalsPage {
    private static final String BACK = "temaer-og-kurser";

    private final Proposals proposals;
    private final Redirect redirect;
    private final Texts texts;

    @Inject
    public ProposalsPage(Proposals proposals, Redirect redirect, Texts texts) {
        this.proposals = proposals;
        this.redirect = redirect;
        this.texts = texts;
    }

    @POST
    @Path("godkend")
    public Response accept(@PathParam("proposal") long id) {
        return told(proposals.find(id), proposals::accept, "catalogue.proposal.accepted.");
    }

    @POST
    @Path("afvis")
    public Response decline(@PathParam("proposal") long id) {
        return told(proposals.find(id), proposals::decline, "catalogue.proposal.declined.");
    }

    /** A colleague may have been faster, or Moodle have been changed again. */
    private Response told(Optional<Proposal> proposal, Predicate<Proposal> decision, String key) {
        return proposal.filter(decision)
                .map(decided -> redirect.toldOf(
                        BACK,
                        texts.of(
                                key + decided.change(),
                                decided.courseName(),
                                texts.pick(decided.theme().name()))))
                .orElseGet(() -> redirect.warnedOf(BACK, texts.get("catalogue.proposal.over")));
    }
}
