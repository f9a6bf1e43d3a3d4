package dk.kvalitetsbro.benchmarks.results;

import dk.kvalitetsbro.statistics.disclosure.Place;
import dk.kvalitetsbro.statistics.disclosure.Protection;
import dk.kvalitetsbro.statistics.disclosure.ProtectionGoal;
import dk.kvalitetsbro.statistics.disclosure.Publication;
import dk.kvalitetsbro.statistics.disclosure.PublishedCentre;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** How it is decided what is shown. */
enum Publishing {
    /** Whatever is harmless by itself, as if nothing could be subtracted. */
    WITHOUT_PROTECTION {
        @Override
        Verdicts verdicts(Pages pages, Map<String, Set<String>> unions) {
            return new Unprotected(pages);
        }
    },

    /** As the product does. */
    PROTECTED {
        @Override
        Verdicts verdicts(Pages pages, Map<String, Set<String>> unions) {
            return protect(pages.publication(), unions);
        }
    },

    /**
     * As the product does; and some of a theme's items are told of later, since only those were asked again, if nothing
     * that was told would have been withheld for their sake.
     */
    ITEMS_LATER {
        @Override
        Verdicts verdicts(Pages pages, Map<String, Set<String>> unions) {
            Verdicts before = protect(withoutItems(pages.publication()), unions);
            Verdicts again = protect(pages.publication(), unions);
            return areSame(before, again, pages) ? again : new ItemsOf(before, place -> false);
        }
    },

    /** The same, without asking again: items are told of wherever their theme is. */
    ITEMS_LATER_WITHOUT_ASKING {
        @Override
        Verdicts verdicts(Pages pages, Map<String, Set<String>> unions) {
            Verdicts before = protect(withoutItems(pages.publication()), unions);
            return new ItemsOf(before, place -> before.showsFigure(place, InventedMunicipality.WHOLE));
        }
    };

    static final ProtectionGoal GOAL = ProtectionGoal.standard();

    /** @param unions centres that are one by now, by its code */
    abstract Verdicts verdicts(Pages pages, Map<String, Set<String>> unions);

    private static Verdicts protect(Publication publication, Map<String, Set<String>> unions) {
        Protection protection = Protection.of(publication, GOAL);
        for (Map.Entry<String, Set<String>> union : unions.entrySet()) {
            protection = protection.withUnion(union.getKey(), union.getValue());
        }
        return Verdicts.of(protection);
    }

    private static Publication withoutItems(Publication publication) {
        return new Publication(
                publication.rule(),
                publication.group(),
                publication.centres().stream()
                        .map(centre -> new PublishedCentre(
                                centre.code(),
                                centre.area(),
                                centre.onlyInTotals(),
                                centre.eligible(),
                                centre.answered(),
                                centre.figures().stream()
                                        .filter(figure -> !figure.code().equals(InventedMunicipality.PART))
                                        .toList()))
                        .toList());
    }

    private static boolean areSame(Verdicts one, Verdicts other, Pages pages) {
        List<String> told = pages.figures().stream()
                .filter(figure -> !figure.equals(InventedMunicipality.PART))
                .toList();
        return pages.places().keySet().stream()
                .allMatch(place -> one.showsTurnout(place) == other.showsTurnout(place)
                        && told.stream()
                                .allMatch(
                                        figure -> one.showsFigure(place, figure) == other.showsFigure(place, figure)));
    }

    /** Figures as decided before; items by themselves. */
    private record ItemsOf(Verdicts before, Predicate<Place> items) implements Verdicts {
        @Override
        public boolean showsTurnout(Place place) {
            return before.showsTurnout(place);
        }

        @Override
        public boolean showsFigure(Place place, String code) {
            return code.equals(InventedMunicipality.PART) ? items.test(place) : before.showsFigure(place, code);
        }

        @Override
        public boolean hidesOnlyOthers(Place place) {
            return before.hidesOnlyOthers(place);
        }
    }
}
