package dk.kvalitetsbro.benchmarks.results.files;

import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.surveys.Item;
import dk.kvalitetsbro.tallies.FileResults;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * As the product does it when it imports a file and closes the round, without what it stores. It comes to more than
 * this: items, subsets of items, alpha and sources are added up on the way.
 */
final class ProductsWay implements WayFromFile {
    private final Map<RespondentGroup, List<Item>> questionnaire;

    ProductsWay(Map<RespondentGroup, List<Item>> questionnaire) {
        this.questionnaire = questionnaire;
    }

    @Override
    public List<CentreIndex> addUp(Path file) {
        try {
            return FileResults.of(Files.readAllBytes(file), questionnaire::get).indices().stream()
                    .map(index -> new CentreIndex(
                            index.centre().value(), index.theme().value(), index.summary()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {}
}
