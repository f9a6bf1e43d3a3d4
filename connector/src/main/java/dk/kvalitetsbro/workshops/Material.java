package dk.kvalitetsbro.workshops;

import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dk.kvalitetsbro.web.Bilingual;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import org.jdbi.v3.core.Jdbi;

/** What lies on the table in every workshop: the formal core task, the values and reflection cards. */
@ApplicationScoped
public class Material {
    private static final List<Card> CARDS = read();

    private final Jdbi jdbi;

    @Inject
    public Material(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @return what the municipality has decided that its day care is there for */
    Bilingual formalCoreTask() {
        return jdbi.withHandle(
                handle -> handle.createQuery("select text_da as da, text_en as en from workshops.formal_core_task")
                        .mapTo(Bilingual.class)
                        .one());
    }

    List<Value> values() {
        return jdbi.withHandle(handle -> handle.createQuery("select * from workshops.value order by position")
                .map((row, context) -> new Value(
                        row.getString("code"),
                        new Bilingual(row.getString("name_da"), row.getString("name_en")),
                        new Bilingual(row.getString("meaning_da"), row.getString("meaning_en"))))
                .list());
    }

    /** @return the whole deck, in its fixed order */
    List<Card> cards() {
        return CARDS;
    }

    private static Card card(NamedCsvRecord row) {
        return new Card(row.getField("code"), topic(row.getField("level_or_topic")), text(row));
    }

    private static Bilingual text(NamedCsvRecord row) {
        return new Bilingual(row.getField("da"), row.getField("en"));
    }

    private static Topic topic(String written) {
        return switch (written) {
            case "KERNEOPGAVE" -> Topic.CORE_TASK;
            case "KOMMUNAL" -> Topic.MUNICIPAL;
            case "VAERDISAET" -> Topic.VALUES;
            case "UNDREN" -> Topic.WONDERING;
            default -> Topic.valueOf(written);
        };
    }

    private static List<Card> read() {
        try (InputStream stream =
                        requireNonNull(Material.class.getResourceAsStream("/workshops/reflection_cards.csv"));
                CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(stream);
                Stream<NamedCsvRecord> all = rows.stream()) {
            return all.map(Material::card).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
