package dk.kvalitetsbro.outbox;

import dk.kvalitetsbro.web.Bilingual;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Delivers by a rule for each entry, and remembers what it was given. */
class ScriptedDelivery implements Delivery {
    private final String kind;
    private final Function<Entry, Outcome> rule;
    private final List<Entry> seen = new ArrayList<>();
    private final List<String> dropped = new ArrayList<>();

    ScriptedDelivery(String kind, Function<Entry, Outcome> rule) {
        this.kind = kind;
        this.rule = rule;
    }

    List<String> keysSeen() {
        return seen.stream().map(Entry::key).toList();
    }

    List<String> keysDropped() {
        return List.copyOf(dropped);
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public Map<Long, Outcome> deliver(List<Entry> batch) {
        seen.addAll(batch);
        Map<Long, Outcome> outcomes = new HashMap<>();
        batch.forEach(entry -> outcomes.put(entry.id(), rule.apply(entry)));
        return outcomes;
    }

    @Override
    public void dropped(Entry entry) {
        dropped.add(entry.key());
    }

    @Override
    public Map<Long, About> describe(List<Entry> entries) {
        return entries.stream()
                .collect(Collectors.toMap(
                        Entry::id,
                        entry -> new About(
                                new Bilingual("Om " + entry.payload(), "About " + entry.payload()),
                                new Bilingual("Et emne", "A topic"))));
    }
}
