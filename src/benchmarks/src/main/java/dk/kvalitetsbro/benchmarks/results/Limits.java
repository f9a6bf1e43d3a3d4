package dk.kvalitetsbro.benchmarks.results;

import dk.kvalitetsbro.statistics.disclosure.Counts;
import dk.kvalitetsbro.statistics.disclosure.DisclosureRule;
import dk.kvalitetsbro.statistics.disclosure.Place;
import dk.kvalitetsbro.statistics.disclosure.PublishedCentre;
import dk.kvalitetsbro.statistics.disclosure.PublishedFigure;
import java.util.stream.LongStream;

/** How few and how many somebody knows can have answered at a centre, before reading any totals. */
interface Limits {
    long least(PublishedCentre centre);

    long most(PublishedCentre centre);

    /** No more than could; and where nobody did, that is known. */
    Limits OF_READER = new Limits() {
        @Override
        public long least(PublishedCentre centre) {
            return 0;
        }

        @Override
        public long most(PublishedCentre centre) {
            return centre.answered().answers() == 0 ? 0 : centre.eligible();
        }
    };

    /** Fewer than the minimum where that is why a centre is withheld; and at least as many where it protects another. */
    record OfInsider(Pages pages, Verdicts verdicts) implements Limits {
        @Override
        public long least(PublishedCentre centre) {
            Place place = Place.centre(centre.code());
            return verdicts.hidesOnlyOthers(place) ? Math.min(rule().minimumAnswers(), valid(centre.answered())) : 0;
        }

        @Override
        public long most(PublishedCentre centre) {
            long fewest = LongStream.concat(
                            LongStream.of(valid(centre.answered())),
                            centre.figures().stream()
                                    .map(PublishedFigure::counts)
                                    .mapToLong(pages::valid))
                    .min()
                    .orElse(0);
            long few = Math.max(rule().minimumAnswers() - 1, valid(centre.answered()));
            return Math.min(OF_READER.most(centre), fewest < rule().minimumAnswers() ? few : centre.eligible());
        }

        private DisclosureRule rule() {
            return pages.publication().rule();
        }

        private long valid(Counts counts) {
            return pages.valid(counts);
        }
    }
}
