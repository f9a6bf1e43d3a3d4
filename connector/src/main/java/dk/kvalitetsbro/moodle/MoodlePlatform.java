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
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/**
 * Enrols people in Moodle by its manual method. A person's account is the one whose idnumber is the person's key. No
 * enrolment ends on its due date, which would lock out those who are late; Moodle's plugin keeps it beside the enrolment.
 */
@ApplicationScoped
class MoodlePlatform implements LearningPlatform {
    private static final Logger LOG = Logger.getLogger(MoodlePlatform.class.getName());

    /** What became of each enrolment, and what Moodle said of the courses. */
    private record Enrolling(Map<Long, Result> results, Map<dk.kvalitetsbro.moodle.client.Enrolment, Outcome> written) {
        Set<Long> asked() {
            return written.keySet().stream()
                    .map(dk.kvalitetsbro.moodle.client.Enrolment::courseId)
                    .collect(Collectors.toSet());
        }

        Map<Long, Barred.Cause> barred() {
            Map<Long, Barred.Cause> causes = new HashMap<>();
            written.forEach((row, outcome) -> {
                if (outcome instanceof Outcome.NotAllowed no) {
                    causes.put(row.courseId(), Barred.Cause.of(no.obstacle(), no.errorCode()));
                }
            });
            return causes;
        }
    }

    private final Moodle moodle;
    private final SameSite site;
    private final Barred barred;
    private final AccountSearch search;
    private final EnrolmentNotes notes;

    @Inject
    MoodlePlatform(Moodle moodle, SameSite site, Barred barred, AccountSearch search, EnrolmentNotes notes) {
        this.moodle = moodle;
        this.site = site;
        this.barred = barred;
        this.search = search;
        this.notes = notes;
    }

    @Override
    public Map<Long, Result> enrol(List<Enrolment> enrolments) {
        Enrolling enrolling = ask(() -> {
            site.require();
            return moodle.ask(client -> enrol(client, enrolments));
        });
        barred.keep(enrolling.barred(), enrolling.asked());
        return enrolling.results();
    }

    @Override
    public Map<PersonKey, Account> accounts(Collection<PersonKey> people) {
        Map<PersonKey, List<User>> found = ask(() -> {
            site.require();
            return moodle.askQuickly(client -> accounts(client, people));
        });
        return people.stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(), person -> account(found.getOrDefault(person, List.of()))));
    }

    private static <T> T ask(Supplier<T> question) {
        try {
            return question.get();
        } catch (MoodleException | Refusal e) {
            throw new Unavailable(String.valueOf(e.getMessage()), e);
        }
    }

    private Enrolling enrol(MoodleClient client, List<Enrolment> enrolments) {
        boolean notesAreKept = client.plugin().offered();
        Map<PersonKey, List<User>> accounts = accounts(client, people(enrolments, notesAreKept));
        Map<Long, Result> results = new HashMap<>();
        Map<Enrolment, dk.kvalitetsbro.moodle.client.Enrolment> rows = new HashMap<>();
        for (Enrolment enrolment : enrolments) {
            List<User> found = accounts.getOrDefault(enrolment.person(), List.of());
            switch (account(found)) {
                case NONE -> results.put(enrolment.assignment(), Result.NO_ACCOUNT);
                case SEVERAL -> results.put(enrolment.assignment(), Result.SEVERAL_ACCOUNTS);
                case SUSPENDED -> results.put(enrolment.assignment(), Result.ACCOUNT_SUSPENDED);
                case ACTIVE -> {
                    var row = dk.kvalitetsbro.moodle.client.Enrolment.of(
                            found.get(0).id(), enrolment.courseId());
                    rows.put(enrolment, notesAreKept ? notes.beside(row, enrolment, accounts) : row);
                }
            }
        }
        Map<dk.kvalitetsbro.moodle.client.Enrolment, Outcome> written = write(client, rows.values());
        rows.forEach((enrolment, row) -> results.put(
                enrolment.assignment(),
                Optional.ofNullable(written.get(row))
                        .map(MoodlePlatform::result)
                        .orElse(Result.UNKNOWN)));
        return new Enrolling(results, written);
    }

    private static Set<PersonKey> people(List<Enrolment> enrolments, boolean leadersToo) {
        Set<PersonKey> people = new HashSet<>();
        for (Enrolment enrolment : enrolments) {
            people.add(enrolment.person());
            if (leadersToo) {
                people.add(enrolment.leader());
            }
        }
        return people;
    }

    private static Map<dk.kvalitetsbro.moodle.client.Enrolment, Outcome> write(
            MoodleClient client, Collection<dk.kvalitetsbro.moodle.client.Enrolment> rows) {
        return rows.isEmpty()
                ? Map.of()
                : client.enrolments().enrol(Set.copyOf(rows)).stream()
                        .collect(Collectors.toMap(RowResult::row, RowResult::outcome));
    }

    /** @throws Unavailable when the connection does not see people, so that nobody can be said to have no account */
    private Map<PersonKey, List<User>> accounts(MoodleClient client, Collection<PersonKey> people) {
        Map<PersonKey, List<User>> found = search.find(client, people);
        if (found.isEmpty() && !people.isEmpty() && search.isBlind(client, List.of())) {
            throw new Unavailable("Moodle shows the connection no accounts", new IllegalStateException("no accounts"));
        }
        return found;
    }

    private static Account account(List<User> found) {
        if (found.isEmpty()) {
            return Account.NONE;
        }
        if (found.size() > 1) {
            return Account.SEVERAL; // nobody can tell which one the person uses
        }
        return found.get(0).suspended() ? Account.SUSPENDED : Account.ACTIVE;
    }

    static Result result(Outcome outcome) {
        if (outcome instanceof Outcome.Done) {
            return Result.ENROLLED;
        }
        if (outcome instanceof Outcome.AlreadySo || outcome instanceof Outcome.AlreadyEnrolledDatesUnknown) {
            return Result.ALREADY_ENROLLED;
        }
        // What is not allowed goes off by itself once it is; the page on the connection tells what is missing.
        return outcome instanceof Outcome.Refused refused ? refusal(refused) : Result.UNKNOWN;
    }

    private static Result refusal(Outcome.Refused refused) {
        return switch (refused.errorCode()) {
            case "invaliduser", "userdeleted" -> Result.NO_ACCOUNT;
            case "usersuspended" -> Result.ACCOUNT_SUSPENDED;
            case "invalidrecord", "invalidrecordunknown", "invalidparameter" -> Result.NO_SUCH_COURSE;
            case "wsnoinstance", "nomanualenrolment" -> Result.NO_MANUAL_ENROLMENT;
            case "assignerunknown" -> Result.UNKNOWN; // the leader's account has gone since it was found
            default -> {
                LOG.warning("Moodle refuses an enrolment: " + refused.errorCode() + ": " + refused.reason());
                yield Result.REFUSED;
            }
        };
    }
}
