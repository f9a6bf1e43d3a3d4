package dk.kvalitetsbro.lti;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.function.Supplier;
import okhttp3.MediaType;
import okhttp3.Request;
import okhttp3.RequestBody;

/** Asks a platform's services with the tool's token: never inside a transaction, which must not wait for others. */
@ApplicationScoped
class PlatformServices {
    private static final MediaType SCORE = MediaType.get("application/vnd.ims.lis.v1.score+json");
    private static final String MEMBERS = "application/vnd.ims.lti-nrps.v2.membershipcontainer+json";
    private static final int UNAUTHORIZED = 401;

    private final ServiceTokens tokens;
    private final PlatformCalls calls;
    private final TransactionSynchronizationRegistry transactions;

    @Inject
    PlatformServices(ServiceTokens tokens, PlatformCalls calls, TransactionSynchronizationRegistry transactions) {
        this.tokens = tokens;
        this.calls = calls;
        this.transactions = transactions;
    }

    /** Asks for a token, to see whether the platform knows the tool and can read its key. */
    public void greet(Platform platform) throws NotUsable, PlatformCalls.NoAnswer {
        refuseInTransaction();
        tokens.forget(platform);
        tokens.of(platform);
    }

    /** Tells that somebody has done what an activity asks for. */
    public PlatformCalls.Answer complete(Platform platform, LineItem item, String subject, OffsetDateTime when)
            throws NotUsable, PlatformCalls.NoAnswer {
        JsonObject score = Json.createObjectBuilder()
                .add("userId", subject)
                .add("scoreGiven", 1)
                .add("scoreMaximum", 1)
                .add("activityProgress", "Completed")
                .add("gradingProgress", "FullyGraded")
                .add("timestamp", when.withNano(0).format(DateTimeFormatter.ISO_OFFSET_DATE_TIME))
                .build();
        return send(platform, () -> new Request.Builder()
                .url(item.scores().toString())
                .post(RequestBody.create(score.toString().getBytes(StandardCharsets.UTF_8), SCORE)));
    }

    /** @return one page of the participants of a course */
    public PlatformCalls.Answer members(Platform platform, URI page) throws NotUsable, PlatformCalls.NoAnswer {
        return send(platform, () -> new Request.Builder().url(page.toString()).header("Accept", MEMBERS));
    }

    /** A token may end early at the platform's side: then it is asked for another one, once. */
    private PlatformCalls.Answer send(Platform platform, Supplier<Request.Builder> request)
            throws NotUsable, PlatformCalls.NoAnswer {
        refuseInTransaction();
        PlatformCalls.Answer answer = calls.send(signed(platform, request.get()));
        if (answer.status() != UNAUTHORIZED) {
            return answer;
        }
        tokens.forget(platform);
        return calls.send(signed(platform, request.get()));
    }

    private Request signed(Platform platform, Request.Builder request) throws NotUsable, PlatformCalls.NoAnswer {
        return request.header("Authorization", "Bearer " + tokens.of(platform)).build();
    }

    private void refuseInTransaction() {
        if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("a platform is asked inside a transaction");
        }
    }
}
