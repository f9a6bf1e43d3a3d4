package dk.kvalitetsbro.statistics;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.domains.DomainContextBase;

/** Summaries and rounds as jqwik draws them. */
final class Draws extends DomainContextBase {

    /** Of two answers and more, in points of the 500 scale, with a spread above nothing. */
    @Provide
    Arbitrary<Summary> summaries() {
        return Arbitraries.longs().between(2, 400).flatMap(n -> Arbitraries.doubles()
                .between(300, 700)
                .flatMap(mean -> Arbitraries.doubles().between(5, 200).map(sd -> Summary.ofSd(n, mean, sd))));
    }

    /** A round of two centres and more, some of them without answers or with a single one. */
    @Provide
    Arbitrary<List<Summary>> rounds() {
        Arbitrary<Summary> small = Arbitraries.doubles().between(300, 700).map(value -> Summary.of(value));
        Arbitrary<Summary> any = Arbitraries.frequencyOf(
                Tuple.of(8, summaries()), Tuple.of(1, small), Tuple.of(1, Arbitraries.just(Summary.NONE)));
        return any.list().ofMaxSize(20).map(others -> {
            List<Summary> round = new ArrayList<>(others);
            round.add(Summary.ofSd(16, 500, 100));
            round.add(Summary.ofSd(9, 470, 90));
            return round;
        });
    }
}
