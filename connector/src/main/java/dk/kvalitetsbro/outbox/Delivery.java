package dk.kvalitetsbro.outbox;

import java.util.List;
import java.util.Map;

/** Delivers one kind of entry. May be called twice for the same entry, never inside a transaction. */
public interface Delivery {
    String kind();

    /** @return an outcome for every entry, by the entry's id; a missing one is tried later */
    Map<Long, Outcome> deliver(List<Entry> batch);

    /**
     * Somebody has given a parked entry up: it will not be delivered. Called in the transaction that removes it, so that
     * whoever waits for the delivery hears of it if, and only if, it is gone.
     */
    void dropped(Entry entry);

    /** @return what each entry is about, for the people who look after parked ones, by the entry's id */
    Map<Long, About> describe(List<Entry> entries);
}
