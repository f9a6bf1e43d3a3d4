package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.moodle.client.MoodleClient;
import dk.kvalitetsbro.web.Refusal;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * The only way from the connector to Moodle. It is closed inside a transaction: a transaction must not wait for another
 * system, nor be rolled back after that system has acted.
 */
@ApplicationScoped
class Moodle {
    private final TransactionSynchronizationRegistry transactions;
    private final Optional<MoodleClient> patient;
    private final Optional<MoodleClient> hasty;

    @Inject
    Moodle(MoodleSettings settings, TransactionSynchronizationRegistry transactions) {
        this.transactions = transactions;
        this.patient = client(settings, builder -> builder.connectTimeout(Duration.ofSeconds(5))
                .replyTimeout(Duration.ofSeconds(30))
                .attempts(2));
        this.hasty = client(settings, builder -> builder.connectTimeout(Duration.ofSeconds(2))
                .replyTimeout(Duration.ofSeconds(4))
                .attempts(1));
    }

    private static Optional<MoodleClient> client(
            MoodleSettings settings, Function<MoodleClient.Builder, MoodleClient.Builder> patience) {
        try {
            return settings.site().flatMap(site -> settings.token()
                    .map(token -> MoodleClient.at(site, token).studentRole(settings.studentRole()))
                    .map(patience)
                    .map(MoodleClient.Builder::build));
        } catch (IllegalArgumentException notAnAddressOrToken) {
            return Optional.empty();
        }
    }

    /**
     * Asks Moodle to do or tell something.
     *
     * @throws dk.kvalitetsbro.moodle.client.MoodleException for trouble with Moodle
     * @throws Refusal when the configuration names no Moodle
     * @throws IllegalStateException inside a transaction
     */
    public <T> T ask(Function<MoodleClient, T> question) {
        return ask(patient, question);
    }

    /** As {@link #ask}, for somebody who waits at a page: gives up after a few seconds. */
    public <T> T askQuickly(Function<MoodleClient, T> question) {
        return ask(hasty, question);
    }

    private <T> T ask(Optional<MoodleClient> client, Function<MoodleClient, T> question) {
        if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            throw new IllegalStateException("Moodle is asked inside a transaction");
        }
        return question.apply(client.orElseThrow(() -> new Refusal("moodle.notConfigured")));
    }

    @PreDestroy
    void close() {
        patient.ifPresent(MoodleClient::close);
        hasty.ifPresent(MoodleClient::close);
    }

    /** Makes the container's registry injectable. */
    @ApplicationScoped
    static class Transactions {
        @Produces
        @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
        @SuppressWarnings("NullAway.Init")
        private TransactionSynchronizationRegistry registry;
    }
}
