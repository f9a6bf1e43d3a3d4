package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.access.Redirect;
import dk.kvalitetsbro.web.Texts;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Controller;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** The leader's answer to a question, given on the leader's own page. */
@Controller
@RequestScoped
@Path("dagtilbud/{centre}/undren/{question}/svar")
public class AnswerForm {
    private final Wonderings wonderings;
    private final Redirect redirect;
    private final Texts texts;

    @Inject
    public AnswerForm(Wonderings wonderings, Redirect redirect, Texts texts) {
        this.wonderings = wonderings;
        this.redirect = redirect;
        this.texts = texts;
    }

    @POST
    public Response answer(
            @PathParam("centre") CentreCode centre,
            @PathParam("question") long question,
            @FormParam("answer") @Nullable String answer) {
        if (!wonderings.answer(centre, question, answer)) {
            throw new NotFoundException();
        }
        return redirect.toldOf("dagtilbud/" + centre + "/overblik", texts.get("workshops.wonderings.answered"));
    }
}
