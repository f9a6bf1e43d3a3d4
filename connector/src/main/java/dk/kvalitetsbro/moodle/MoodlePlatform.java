package dk.kvalitetsbro.moodle;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.assignments.LearningPlatform;
import dk.kvalitetsbro.moodle.client.MoodleClient;
import dk.kvalitetsbro.moodle.client.MoodleException;
import dk.kvalitetsbro.moodle.client.Outcome;
import dk.kvalitetsbro.moodle.client.RowResult;
import dk.kvalitetsbro.moodle.client.User;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Enrols people in Moodle by its manual method. A person's account is the one whose idnumber is the person's key. A due
 * date is the municipality's own matter: an enrolment that ended then would lock out those who are late.
 */
@ApplicationScoped
class MoodlePlatform implements LearningPlatform {
    private static final Logger LOG = Logger.getLogger(MoodlePlatform.class.getName());
    private static final Set<String> NO_COURSE = Set.of("invalidrecord", "invalidrecordunknown", "invalidparameter");
    private static final Set<String> NO_ACCOUNT = Set.of("invaliduser", "userdeleted");

    private final Moodle moodle;

    @Inject
    MoodlePlatform(Moodle moodle) {
        this.moodle = moodle;
    }

    @Override
    public Map<Long, Result> enrol(List<Enrolment> enrolments) {
        return ask(client -> enrol(client, enrolments));
    }

    @Override
    public Map<PersonKey, Account> accounts(Collection<PersonKey> people) {
        Map<PersonKey, List<User>> found = ask(client -> accounts(client, people));
        return people.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), person -> account(found.getOrDefault(person, List.of()))));
    }

    private <T> T ask(Function<MoodleClient, T> question) {
        try {
            return moodle.ask(question);
        } catch (MoodleException | Refusal e) {
            throw new Unavailable(String.valueOf(e.getMessage()), e);
        }
    }

    private static Map<Long, Result> enrol(MoodleClient client, List<Enrolment> enrolments) {
        Map<PersonKey, List<User>> accounts = accounts(
                client, enrolments.stream().map(Enrolment::person).distinct().toList());
        Map<Long, Result> results = new HashMap<>();
        Map<Enrolment, dk.kvalitetsbro.moodle.client.Enrolment> rows = new HashMap<>();
        for (Enrolment enrolment : enrolments) {
            List<User> found = accounts.getOrDefault(enrolment.person(), List.of());
            switch (account(found)) {
                case NONE -> results.put(enrolment.assignment(), noSingleAccount(enrolment, found));
                case SUSPENDED -> results.put(enrolment.assignment(), Result.ACCOUNT_SUSPENDED);
                case ACTIVE -> rows.put(enrolment, row(found.get(0), enrolment));
            }
        }
        Map<dk.kvalitetsbro.moodle.client.Enrolment, Result> written = write(client, rows.values());
        rows.forEach(
                (enrolment, row) -> results.put(enrolment.assignment(), written.getOrDefault(row, Result.UNKNOWN)));
        return results;
    }

    private static dk.kvalitetsbro.moodle.client.Enrolment row(User account, Enrolment enrolment) {
        return dk.kvalitetsbro.moodle.client.Enrolment.of(account.id(), enrolment.courseId());
    }

    private static Map<dk.kvalitetsbro.moodle.client.Enrolment, Result> write(
            MoodleClient client, Collection<dk.kvalitetsbro.moodle.client.Enrolment> rows) {
        return rows.isEmpty()
                ? Map.of()
                : client.enrolments().enrol(Set.copyOf(rows)).stream()
                        .collect(Collectors.toMap(RowResult::row, row -> result(row.outcome())));
    }

    private static Map<PersonKey, List<User>> accounts(MoodleClient client, Collection<PersonKey> people) {
        if (people.isEmpty()) {
            return Map.of();
        }
        List<String> keys = people.stream().map(PersonKey::value).toList();
        Map<PersonKey, List<User>> accounts = new HashMap<>();
        for (User user : client.users().byIdnumbers(keys)) {
            user.idnumber().map(PersonKey::new).ifPresent(key -> accounts.computeIfAbsent(
                            key, none -> new ArrayList<>())
                    .add(user));
        }
        return accounts;
    }

    /** Two accounts with the same key are as good as none: nobody can tell which one the person uses. */
    private static Account account(List<User> found) {
        if (found.size() != 1) {
            return Account.NONE;
        }
        return found.get(0).suspended() ? Account.SUSPENDED : Account.ACTIVE;
    }

    private static Result noSingleAccount(Enrolment enrolment, List<User> found) {
        if (found.isEmpty()) {
            return Result.NO_ACCOUNT;
        }
        LOG.warning("Moodle has " + found.size() + " accounts with the idnumber " + enrolment.person());
        return Result.REFUSED;
    }

    private static Result result(Outcome outcome) {
        if (outcome instanceof Outcome.Done) {
            return Result.ENROLLED;
        }
        if (outcome instanceof Outcome.AlreadySo || outcome instanceof Outcome.AlreadyEnrolledDatesUnknown) {
            return Result.ALREADY_ENROLLED;
        }
        if (outcome instanceof Outcome.NotAllowed no) {
            LOG.warning("Moodle does not let the connection enrol: " + no.errorCode() + ". "
                    + no.obstacle().remedy(Locale.ENGLISH));
            return Result.UNKNOWN; // it goes off by itself once the right is there; the page on the connection names it
        }
        return outcome instanceof Outcome.Refused refused ? refusal(refused) : Result.UNKNOWN;
    }

    private static Result refusal(Outcome.Refused refused) {
        if (NO_ACCOUNT.contains(refused.errorCode())) {
            return Result.NO_ACCOUNT;
        }
        if (NO_COURSE.contains(refused.errorCode())) {
            return Result.NO_SUCH_COURSE;
        }
        LOG.warning("Moodle refuses an enrolment: " + refused.errorCode() + ": " + refused.reason());
        return Result.REFUSED;
    }
}
