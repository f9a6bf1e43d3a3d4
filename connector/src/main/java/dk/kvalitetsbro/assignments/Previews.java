package dk.kvalitetsbro.assignments;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.assignments.LearningPlatform.Account;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Shows what an order would mean before it is confirmed, also when the learning platform does not answer. */
@ApplicationScoped
public class Previews {
    private static final Logger LOG = Logger.getLogger(Previews.class.getName());

    private final Assignments assignments;
    private final LearningPlatform platform;

    @Inject
    public Previews(Assignments assignments, LearningPlatform platform) {
        this.assignments = assignments;
        this.platform = platform;
    }

    /** Asks the learning platform for accounts, so never call it inside a transaction. Throws what planning throws. */
    public Preview of(Order order) {
        Plan plan = assignments.plan(order);
        Optional<Map<PersonKey, Account>> accounts =
                accounts(plan.receivers().stream().map(Plan.Candidate::key).toList());
        List<Preview.Receiver> receivers = plan.receivers().stream()
                .map(Plan.Candidate::who)
                .map(who -> new Preview.Receiver(
                        who, accounts.map(known -> known.getOrDefault(who.personKey(), Account.NONE))))
                .sorted(Comparator.comparing(receiver -> !receiver.isNoteworthy()))
                .toList();
        return new Preview(plan, receivers, accounts.isPresent());
    }

    private Optional<Map<PersonKey, Account>> accounts(List<PersonKey> people) {
        try {
            return Optional.of(people.isEmpty() ? Map.of() : platform.accounts(people));
        } catch (LearningPlatform.Unavailable e) {
            LOG.log(Level.WARNING, "accounts are not known for a preview: {0}", e.getMessage());
            return Optional.empty();
        }
    }
}
