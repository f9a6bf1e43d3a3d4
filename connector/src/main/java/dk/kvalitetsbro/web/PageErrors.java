package dk.kvalitetsbro.web;

import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.eclipse.krazo.engine.Viewable;

/** Turns what went wrong into a page that says what happened, what it means and what to do; the log gets the rest. */
@Provider
public class PageErrors implements ExceptionMapper<Throwable> {
    private static final Logger LOG = Logger.getLogger(PageErrors.class.getName());

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Models models;

    @Inject
    @SuppressWarnings("NullAway.Init")
    private Texts texts;

    @Override
    public Response toResponse(Throwable problem) {
        Refusal refusal = refusal(problem);
        if (refusal != null) {
            return page(422, texts.of(refusal.key(), refusal.arguments()), "");
        }
        if (problem instanceof WebApplicationException web) {
            int status = web.getResponse().getStatus();
            if (status < 400) {
                return web.getResponse();
            }
            String key = "web.error." + status;
            return page(status, texts.containsKey(key) ? texts.get(key) : texts.get("web.error.400"), "");
        }
        String reference = UUID.randomUUID().toString().substring(0, 8);
        LOG.log(Level.SEVERE, "request failed, reference " + reference, problem);
        return page(500, texts.get("web.error.500"), reference);
    }

    /** A transaction around a service may wrap what the service refused. */
    private static @org.jspecify.annotations.Nullable Refusal refusal(Throwable problem) {
        for (Throwable cause = problem; cause != null; cause = cause.getCause()) {
            if (cause instanceof Refusal refusal) {
                return refusal;
            }
        }
        return null;
    }

    private Response page(int status, String sentence, String reference) {
        models.put("sentence", sentence);
        models.put("reference", reference);
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(new Viewable("web/error.xhtml"))
                .build();
    }
}
