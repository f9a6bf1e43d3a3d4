package dk.kvalitetsbro.lti;

import dk.kvalitetsbro.access.PersonKey;
import dk.kvalitetsbro.lti.Seats.Seat;
import dk.kvalitetsbro.organisation.Organisation;
import dk.kvalitetsbro.outbox.About;
import dk.kvalitetsbro.outbox.Delivery;
import dk.kvalitetsbro.outbox.Entry;
import dk.kvalitetsbro.outbox.Outcome;
import dk.kvalitetsbro.web.Bilingual;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Tells platforms who has done what an activity asks for. Telling it twice changes nothing. */
@ApplicationScoped
class ScoreDelivery implements Delivery {
    /** An entry's key is the seat's id, its payload when the activity was done. */
    static final String KIND = "score";

    private final Seats seats;
    private final Platforms platforms;
    private final PlatformServices services;
    private final Organisation organisation;

    @Inject
    ScoreDelivery(Seats seats, Platforms platforms, PlatformServices services, Organisation organisation) {
        this.seats = seats;
        this.platforms = platforms;
        this.services = services;
        this.organisation = organisation;
    }

    @Override
    public String kind() {
        return KIND;
    }

    /** One platform that does not answer holds up nobody but those who came from it. */
    @Override
    public Map<Long, Outcome> deliver(List<Entry> batch) {
        Map<Long, Seat> from = seats(batch);
        Map<Long, Platform> known =
                platforms.all().stream().collect(Collectors.toMap(Platform::id, Function.identity()));
        Map<Long, Outcome> silent = new HashMap<>();
        Map<Long, Outcome> outcomes = new HashMap<>();
        for (Entry entry : batch) {
            Seat seat = from.get(seat(entry));
            Platform platform = seat == null ? null : known.get(seat.platform());
            if (seat == null || platform == null) {
                outcomes.put(entry.id(), new Outcome.Delivered()); // the platform was removed: nobody is to be told
            } else if (silent.containsKey(platform.id())) {
                outcomes.put(entry.id(), silent.get(platform.id()));
            } else {
                outcomes.put(entry.id(), tell(platform, seat, OffsetDateTime.parse(entry.payload()), silent));
            }
        }
        return outcomes;
    }

    private Outcome tell(Platform platform, Seat seat, OffsetDateTime when, Map<Long, Outcome> silent) {
        if (platform.state() != Platform.State.ACTIVE) {
            return new Outcome.TryLater("the platform is switched off");
        }
        Optional<LineItem> item = LineItem.of(seat.lineItem(), platform);
        if (item.isEmpty()) {
            return parked("GONE", platform);
        }
        try {
            return outcome(
                    services.complete(platform, item.get(), seat.subject(), when)
                            .status(),
                    platform);
        } catch (NotUsable | PlatformCalls.NoAnswer e) {
            Outcome later = new Outcome.TryLater(String.valueOf(e.getMessage()));
            silent.put(platform.id(), later);
            return later;
        }
    }

    /** @param status 409 means that the platform knows of a later grade: what is to be told there is told */
    private static Outcome outcome(int status, Platform platform) {
        if (status / 100 == 2 || status == 409) {
            return new Outcome.Delivered();
        }
        return switch (status) {
            case 400 -> parked("NOT_A_PARTICIPANT", platform);
            case 403, 404 -> parked("GONE", platform);
            default -> new Outcome.TryLater("status " + status);
        };
    }

    private static Outcome parked(String why, Platform platform) {
        return new Outcome.Parked("lti.score.parked." + why, platform.name());
    }

    /** Nothing here waits for it. */
    @Override
    public void dropped(Entry entry) {}

    @Override
    public Map<Long, About> describe(List<Entry> entries) {
        Map<Long, Seat> from = seats(entries);
        Map<PersonKey, String> names =
                organisation.names(from.values().stream().map(Seat::personKey).toList());
        Map<Long, About> about = new HashMap<>();
        for (Entry entry : entries) {
            Seat seat = from.get(seat(entry));
            if (seat != null) {
                String who =
                        names.getOrDefault(seat.personKey(), seat.personKey().value());
                about.put(
                        entry.id(),
                        new About(
                                new Bilingual(who + ": aktivitet udført", who + ": activity done"),
                                new Bilingual("Aktiviteter i Moodle", "Activities in Moodle")));
            }
        }
        return about;
    }

    private Map<Long, Seat> seats(List<Entry> entries) {
        return seats.find(entries.stream().map(ScoreDelivery::seat).toList()).stream()
                .collect(Collectors.toMap(Seat::id, Function.identity()));
    }

    private static long seat(Entry entry) {
        return Long.parseLong(entry.key());
    }
}
