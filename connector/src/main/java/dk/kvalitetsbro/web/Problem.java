package dk.kvalitetsbro.web;

import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import jakarta.ws.rs.WebApplicationException;
import java.util.Locale;
import java.util.Optional;

/**
 * What went wrong with a request: a page says it in a sentence, everything else as RFC 9457 has it.
 *
 * @param sentence  what happened, what it means and what to do, in the reader's language
 * @param code      which refusal it is, if a rule of the product refused
 * @param reference what the log has the cause under, for one of {@link Kind#INTERNAL_ERROR}
 */
record Problem(Kind kind, int status, String sentence, Optional<String> code, Optional<String> reference) {
    static final String MEDIA_TYPE = "application/problem+json";

    /** The kinds of problem there are; their names are part of the interface and never change. */
    enum Kind {
        BAD_REQUEST(400),
        NOT_SIGNED_IN(401),
        NOT_ALLOWED(403),
        NOT_FOUND(404),
        METHOD_NOT_ALLOWED(405),
        NOT_ACCEPTABLE(406),
        TIMED_OUT(408),
        TOO_LARGE(413),
        UNSUPPORTED_MEDIA_TYPE(415),
        REFUSED(422),
        TOO_MANY(429),
        INTERNAL_ERROR(500),
        UNAVAILABLE(503);

        private final int status;

        Kind(int status) {
            this.status = status;
        }

        int status() {
            return status;
        }

        /** @return the kind of exactly this status, else the most general one */
        static Kind of(int status) {
            for (Kind kind : values()) {
                if (kind.status == status) {
                    return kind;
                }
            }
            return status < 500 ? BAD_REQUEST : INTERNAL_ERROR;
        }

        /** @return the URI that names the kind */
        String type() {
            return "urn:kvalitetsbro:problem:" + name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    static Problem of(int status, Texts texts) {
        Kind kind = Kind.of(status);
        return new Problem(kind, status, texts.get("web.error." + kind.status), Optional.empty(), Optional.empty());
    }

    static Problem of(WebApplicationException problem, Texts texts) {
        return of(problem.getResponse().getStatus(), texts);
    }

    static Problem of(Refusal refusal, Texts texts) {
        String sentence = texts.of(refusal.key(), refusal.arguments());
        return new Problem(
                Kind.of(refusal.status()), refusal.status(), sentence, Optional.of(refusal.key()), Optional.empty());
    }

    static Problem internal(String reference, Texts texts) {
        Problem unnamed = of(Kind.INTERNAL_ERROR.status, texts);
        return new Problem(unnamed.kind, unnamed.status, unnamed.sentence, Optional.empty(), Optional.of(reference));
    }

    String json(Texts texts) {
        JsonObjectBuilder json = Json.createObjectBuilder()
                .add("type", kind.type())
                .add("title", texts.get("web.problem." + kind))
                .add("status", status)
                .add("detail", sentence);
        code.ifPresent(known -> json.add("code", known));
        reference.ifPresent(known -> json.add("reference", known));
        return json.build().toString();
    }
}
