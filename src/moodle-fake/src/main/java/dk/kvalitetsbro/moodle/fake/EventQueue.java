package dk.kvalitetsbro.moodle.fake;

import dk.kvalitetsbro.moodle.fake.Row.Account;
import dk.kvalitetsbro.moodle.fake.Row.QueuedEvent;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * Events on their way to the connector. One is queued in the transaction of the change that it tells of, so both are kept
 * or neither, and leaves the queue when the connector has accepted it.
 */
final class EventQueue {
    private final Site site;
    private final Tables tables;
    private volatile Optional<Runnable> listener = Optional.empty();

    EventQueue(Site site) {
        this.site = site;
        this.tables = site.tables();
    }

    /** From now on events are queued, and the listener hears of each; without one nobody is to be told. */
    void open(Runnable listener) {
        this.listener = Optional.of(listener);
    }

    void add(String type, long userId, long courseId, JsonObjectBuilder details) {
        listener.ifPresent(told -> {
            site.put(new QueuedEvent(
                    tables.queue.nextId(),
                    UUID.randomUUID().toString(),
                    type,
                    site.now(),
                    userId,
                    courseId,
                    details.build().toString()));
            told.run();
        });
    }

    int waiting() {
        return site.transaction(() -> tables.queue.all().size());
    }

    List<QueuedEvent> oldest(int most) {
        return site.transaction(() -> tables.queue.all().stream().limit(most).toList());
    }

    void accepted(List<QueuedEvent> events) {
        site.transaction(() -> {
            events.forEach(site::remove);
            return events;
        });
    }

    /** As they are told, with the idnumbers that people have now. */
    List<JsonObject> messages(List<QueuedEvent> events) {
        return site.transaction(() -> events.stream().map(this::message).toList());
    }

    private JsonObject message(QueuedEvent event) {
        var json = Replies.object()
                .add("id", event.uuid())
                .add("type", event.type())
                .add("time", event.at());
        try (var reader = Replies.reader(event.details())) {
            reader.readObject().forEach(json::add);
        }
        if (event.userId() != 0) {
            json.add("userid", event.userId());
        }
        tables.accounts
                .find(event.userId())
                .map(Account::idnumber)
                .filter(idnumber -> !idnumber.isEmpty())
                .ifPresent(idnumber -> json.add("idnumber", idnumber));
        if (event.courseId() != 0) {
            json.add("courseid", event.courseId());
        }
        return json.build();
    }
}
