package dk.kvalitetsbro.organisation;

import static java.util.stream.Collectors.joining;

import dk.kvalitetsbro.access.AuditLog;
import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.organisation.KeyChange.Verdict;
import dk.kvalitetsbro.web.Refusal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** Gives people other keys, everywhere at once or nowhere. What the log says of the past stays as it was. */
@ApplicationScoped
public class KeyChanges {
    private static final String OLD = "old";
    private static final String NEW = "new";

    private final Jdbi jdbi;
    private final Organisation organisation;
    private final AuditLog audit;

    @Inject
    public KeyChanges(Jdbi jdbi, Organisation organisation, AuditLog audit) {
        this.jdbi = jdbi;
        this.organisation = organisation;
        this.audit = audit;
    }

    /**
     * Looks at a list and changes nothing.
     *
     * @param list an old and a new key on each line, parted by a semicolon, a comma or a tab
     * @return what would become of each line that is not empty
     */
    public List<KeyChange> check(String list) {
        List<KeyChange.Line> lines = KeyChange.Line.read(list);
        Map<PersonKey, String> names = organisation.names(
                lines.stream().flatMap(line -> key(line.from())).toList());
        Set<String> taken = taken(lines.stream().map(KeyChange.Line::to).toList());
        Set<String> twice = twice(lines);
        return lines.stream()
                .map(line -> {
                    String name = key(line.from())
                            .map(key -> names.getOrDefault(key, ""))
                            .findFirst()
                            .orElse("");
                    return new KeyChange(line, name, verdict(line, name, taken, twice));
                })
                .toList();
    }

    private static Verdict verdict(KeyChange.Line line, String name, Set<String> taken, Set<String> twice) {
        if (key(line.from()).findAny().isEmpty() || key(line.to()).findAny().isEmpty()) {
            return Verdict.NOT_A_KEY;
        }
        if (twice.contains(line.from()) || twice.contains(line.to())) {
            return Verdict.TWICE;
        }
        if (name.isEmpty()) {
            return Verdict.NOBODY;
        }
        if (line.from().equals(line.to())) {
            return Verdict.SAME;
        }
        return taken.contains(line.to()) ? Verdict.TAKEN : Verdict.CHANGES;
    }

    private static Stream<PersonKey> key(String text) {
        try {
            return Stream.of(new PersonKey(text));
        } catch (IllegalArgumentException notOne) {
            return Stream.of();
        }
    }

    /** Also a key that a swap would set free counts as taken: one line must not depend on another. */
    private Set<String> taken(Collection<String> keys) {
        String anywhere = PersonColumns.ALL.stream()
                .map(column -> column.holds("asked.key"))
                .collect(joining(" or "));
        return new HashSet<>(jdbi.withHandle(
                handle -> handle.createQuery("select key from unnest(:keys) as asked (key) where " + anywhere)
                        .bindArray("keys", String.class, List.copyOf(keys))
                        .mapTo(String.class)
                        .list()));
    }

    private static Set<String> twice(List<KeyChange.Line> lines) {
        return Stream.of(
                        lines.stream().map(KeyChange.Line::from), lines.stream().map(KeyChange.Line::to))
                .flatMap(KeyChanges::moreThanOnce)
                .collect(Collectors.toSet());
    }

    private static Stream<String> moreThanOnce(Stream<String> keys) {
        return keys.collect(Collectors.groupingBy(Function.identity(), Collectors.counting())).entrySet().stream()
                .filter(counted -> counted.getValue() > 1)
                .map(Map.Entry::getKey);
    }

    /**
     * Changes the keys.
     *
     * @return how many people got another key
     * @throws Refusal when a line is wrong, or none changes anything; nothing was changed then
     */
    @Transactional
    public int apply(String list) {
        List<KeyChange> checked = check(list);
        if (checked.stream().anyMatch(change -> change.verdict().isWrong())) {
            throw new Refusal("organisation.keys.wrong");
        }
        List<KeyChange> changes = checked.stream()
                .filter(change -> change.verdict() == Verdict.CHANGES)
                .toList();
        if (changes.isEmpty()) {
            throw new Refusal("organisation.keys.nothing");
        }
        List<String> old = changes.stream().map(change -> change.line().from()).toList();
        List<String> fresh = changes.stream().map(change -> change.line().to()).toList();
        jdbi.useHandle(handle -> PersonColumns.ALL.forEach(column -> handle.createUpdate(column.update())
                .bindArray(OLD, String.class, old)
                .bindArray(NEW, String.class, fresh)
                .execute()));
        audit.addAll("person.keyChanged", entries(changes));
        return changes.size();
    }

    /** One under each key, so that whoever searches for either finds the other. */
    private static List<AuditLog.Subject> entries(List<KeyChange> changes) {
        List<AuditLog.Subject> entries = new ArrayList<>();
        for (KeyChange change : changes) {
            String both = change.line().from() + " → " + change.line().to();
            entries.add(new AuditLog.Subject(change.line().from(), both));
            entries.add(new AuditLog.Subject(change.line().to(), both));
        }
        return entries;
    }
}
