package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.web.Language;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.mvc.Models;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Logger;

/** Tells whoever is refused what happened and what to do, the audit log which rule, and the operator's log the rest. */
@RequestScoped
class RefusalPage {
    private static final Logger LOG = Logger.getLogger(RefusalPage.class.getName());

    private final Models models;
    private final AuditLog audit;
    private final Language language;

    @Inject
    RefusalPage(Models models, AuditLog audit, Language language) {
        this.models = models;
        this.audit = audit;
        this.language = language;
    }

    /** @return the answer, or the page that says why there is none */
    Response orAnswer(Supplier<Response> answer) {
        try {
            return answer.get();
        } catch (LaunchRefused refused) {
            return page(refused);
        }
    }

    /** Whoever has chosen no language here reads the one that they have in the platform. */
    void inEnglish() {
        language.suggest(Language.ENGLISH);
    }

    private Response page(LaunchRefused refused) {
        LOG.warning("a launch was refused: " + refused.getMessage());
        audit.addAtTheDoor(Optional.empty(), "lti.refused", refused.key().orElse(""), refused.line());
        models.put("rule", refused.rule().name());
        models.put("telling", refused.rule().telling().name());
        models.put("key", refused.key().orElse(""));
        return Response.status(refused.rule().status())
                .entity("lti/refused.xhtml")
                .build();
    }
}
