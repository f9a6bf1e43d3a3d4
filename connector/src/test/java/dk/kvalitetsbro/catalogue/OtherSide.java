package dk.kvalitetsbro.catalogue;

import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.themes.ThemeCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** A platform in memory that links courses to themes, and people who change links there. */
final class OtherSide implements ThemeLinks {
    private record Pair(long course, String theme) implements Comparable<Pair> {
        @Override
        public int compareTo(Pair other) {
            return toString().compareTo(other.toString());
        }

        @Override
        public String toString() {
            return course + " " + theme;
        }
    }

    /** What is asked of it, in order, readings left out. */
    final List<String> asked = new ArrayList<>();

    boolean offered = true;
    /** What stops a round in the middle, before the pair is dealt with. */
    Optional<String> breaksAt = Optional.empty();
    /** What it never takes. */
    Optional<String> refuses = Optional.empty();
    /** What happens elsewhere while a reading is under way. */
    Runnable meanwhile = () -> {};

    private final Set<Long> courses = new TreeSet<>();
    private final Map<Pair, State> links = new TreeMap<>();

    OtherSide(Long... courses) {
        this.courses.addAll(List.of(courses));
    }

    /** Somebody links them there. */
    void link(long course, String theme) {
        links.merge(new Pair(course, theme), State.PROPOSED, (was, now) -> State.ATTACHED);
    }

    /** Somebody takes the link away there. */
    void unlink(long course, String theme) {
        links.computeIfPresent(new Pair(course, theme), (pair, was) -> was == State.ATTACHED ? State.REMOVED : null);
    }

    void attachedByAnother(long course, String theme) {
        links.put(new Pair(course, theme), State.ATTACHED);
    }

    void delete(long course) {
        courses.remove(course);
        links.keySet().removeIf(pair -> pair.course() == course);
    }

    /** @return such as "2 MAT ATTACHED" */
    List<String> links() {
        return links.entrySet().stream()
                .map(each -> each.getKey() + " " + each.getValue())
                .toList();
    }

    @Override
    public boolean areOffered() {
        return offered;
    }

    @Override
    public void publish(List<Theme> themes) {
        ask("publish " + themes.size());
    }

    @Override
    public Links read() {
        var read = new Links(
                courses,
                links.entrySet().stream()
                        .map(each ->
                                new Link(each.getKey().course(), each.getKey().theme(), each.getValue()))
                        .toList());
        meanwhile.run();
        return read;
    }

    @Override
    public void attach(long course, ThemeCode theme) {
        ask("attach " + course + " " + theme);
        links.put(new Pair(course, theme.value()), State.ATTACHED);
    }

    @Override
    public void detach(long course, ThemeCode theme) {
        ask("detach " + course + " " + theme);
        links.remove(new Pair(course, theme.value()));
    }

    private void ask(String what) {
        if (breaksAt.equals(Optional.of(what))) {
            throw new IllegalStateException("the platform is down");
        }
        if (refuses.equals(Optional.of(what))) {
            throw new Refused("no: " + what);
        }
        asked.add(what);
    }
}
