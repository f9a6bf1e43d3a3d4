package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.Change.AccountMade;
import dk.kvalitetsbro.moodle.fake.Change.Completed;
import dk.kvalitetsbro.moodle.fake.Change.CourseMade;
import dk.kvalitetsbro.moodle.fake.Change.Enrolled;
import dk.kvalitetsbro.moodle.fake.Change.Unenrolled;
import java.nio.file.Path;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * All that the stand-in knows, kept in a journal. The site's own monitor takes the place of a database's transactions:
 * hold it for as long as a request must see one state.
 */
final class Site implements AutoCloseable {
    private static final int ACCOUNTS_PER_LINE = 10_000;

    private final Clock clock;
    private final Optional<Journal> journal;
    private final Accounts accounts = new Accounts();
    private final Courses courses = new Courses();
    private final Enrolments enrolments = new Enrolments();

    private Site(Clock clock, Optional<Journal> journal) {
        this.clock = clock;
        this.journal = journal;
    }

    /** The site whose state is in the folder, or one that forgets. */
    static Site open(Optional<Path> stateFolder, Clock clock) {
        var site = new Site(clock, stateFolder.map(Journal::open));
        site.journal.ifPresent(journal -> {
            journal.replay(site::apply);
            journal.compact(site.everything());
        });
        return site;
    }

    Accounts accounts() {
        return accounts;
    }

    Courses courses() {
        return courses;
    }

    Enrolments enrolments() {
        return enrolments;
    }

    /** Unix seconds. */
    long now() {
        return clock.instant().getEpochSecond();
    }

    synchronized boolean isEmpty() {
        return accounts.all().isEmpty() && courses.all().isEmpty();
    }

    /** The accounts' ids in the order given; an account is made where the username is new. */
    synchronized List<Long> addUsers(List<User> users) {
        var made = new LinkedHashMap<String, AccountMade>();
        long next = accounts.nextId();
        for (var user : users) {
            if (accounts.byUsername(user.username()).isEmpty() && !made.containsKey(user.username())) {
                made.put(user.username(), new AccountMade(next++, user));
            }
        }
        var changes = List.copyOf(made.values());
        for (int start = 0; start < changes.size(); start += ACCOUNTS_PER_LINE) {
            commit(changes.subList(start, Math.min(start + ACCOUNTS_PER_LINE, changes.size())));
        }
        return users.stream()
                .map(user -> accounts.byUsername(user.username()).orElseThrow().id())
                .toList();
    }

    /** The courses' ids in the order given; a course is made where the short name is new. */
    synchronized List<Long> addCourses(List<Course> wanted) {
        var made = new LinkedHashMap<String, CourseMade>();
        long next = courses.nextId();
        for (var course : wanted) {
            if (courses.byShortname(course.shortname()).isEmpty() && !made.containsKey(course.shortname())) {
                made.put(course.shortname(), new CourseMade(next++, course, now()));
            }
        }
        commit(List.copyOf(made.values()));
        return wanted.stream()
                .map(course ->
                        courses.byShortname(course.shortname()).orElseThrow().id())
                .toList();
    }

    /** Completes a course for somebody enrolled in it; a second time changes nothing. */
    synchronized void complete(long userId, long courseId) {
        if (enrolments.find(userId, courseId).isEmpty()) {
            throw new IllegalArgumentException("Account " + userId + " is not enrolled in course " + courseId);
        }
        if (enrolments.completion(userId, courseId).isEmpty()) {
            commit(List.of(new Completed(userId, courseId, now())));
        }
    }

    /** Makes all of the changes or, where they can't be written to disk, none. */
    synchronized void commit(List<? extends Change> changes) {
        if (!changes.isEmpty()) {
            journal.ifPresent(open -> open.append(changes));
            changes.forEach(this::apply);
        }
    }

    @Override
    public synchronized void close() {
        journal.ifPresent(Journal::close);
    }

    private void apply(Change change) {
        if (change instanceof AccountMade made) {
            accounts.add(made);
        } else if (change instanceof CourseMade made) {
            courses.add(made);
        } else if (change instanceof Enrolled enrolled) {
            enrolments.put(enrolled);
        } else if (change instanceof Unenrolled unenrolled) {
            enrolments.remove(unenrolled.userId(), unenrolled.courseId());
        } else if (change instanceof Completed completed) {
            enrolments.complete(completed);
        }
    }

    /** The fewest changes that lead to the present state. */
    private List<Change> everything() {
        return Stream.of(
                        accounts.all().stream(),
                        courses.all().stream(),
                        courses.all().stream().flatMap(course -> enrolments.inCourse(course.id()).stream()),
                        courses.all().stream().flatMap(course -> enrolments.completions(course.id()).stream()))
                .<Change>flatMap(changes -> changes)
                .toList();
    }
}
