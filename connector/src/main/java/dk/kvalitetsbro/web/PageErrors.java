package dk.kvalitetsbro.web;

import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.krazo.engine.Viewable;
import org.jspecify.annotations.Nullable;

/**
 * Turns what went wrong into an answer: a page for people, problem+json for programs. The log gets the rest.
 */
@Provider
public class PageErrors implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(PageErrors.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Models models;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Texts texts;

    @Context
    @SuppressWarnings("NullAway.Init")
    private ResourceInfo resource;

    @Context
    @SuppressWarnings("NullAway.Init")
    private HttpHeaders headers;

    @Context
    @SuppressWarnings("NullAway.Init")
    private UriInfo asked;

    @Override
    public Response toResponse(Throwable trouble) {
        Refusal refusal = refusal(trouble);
        if (refusal != null) {
            Response answer = answer(Problem.of(refusal, texts));
            refusal.tryAgainAfter()
                    .ifPresent(wait -> answer.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, wait.toSeconds()));
            return answer;
        }
        if (trouble instanceof WebApplicationException web) {
            Response told = web.getResponse();
            return told.getStatus() < 400 ? told : withHeadersOf(told, answer(Problem.of(web, texts)));
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(Level.SEVERE, "request failed, reference " + reference, Loggable.of(trouble));
        return answer(Problem.internal(reference, texts));
    }

    /** How to sign in, and which methods there are, has to be told along. */
    private static Response withHeadersOf(Response told, Response answer) {
        for (String name : List.of(HttpHeaders.WWW_AUTHENTICATE, HttpHeaders.ALLOW)) {
            if (told.getHeaders().containsKey(name)) {
                answer.getHeaders().put(name, told.getHeaders().get(name));
            }
        }
        return answer;
    }

    /** A transaction around a service may wrap what the service refused. */
    private static @Nullable Refusal refusal(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }

    private Response answer(Problem problem) {
        return Reader.wantsPage(asked, resource, headers.getHeaderString(HttpHeaders.ACCEPT))
                ? page(problem)
                : json(problem);
    }

    private Response page(Problem problem) {
        models.put("sentence", problem.sentence());
        models.put("reference", problem.reference().orElse(""));
        return Response.status(problem.status())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(new Viewable("web/error.xhtml"))
                .build();
    }

    private Response json(Problem problem) {
        return Response.status(problem.status())
                .type(Problem.MEDIA_TYPE)
                .entity(problem.json(texts))
                .build();
    }
}
