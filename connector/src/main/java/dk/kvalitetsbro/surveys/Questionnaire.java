package dk.kvalitetsbro.surveys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.web.Bilingual;
import dk.kvalitetsbro.web.Migrations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What each group is asked, in the order in which answers are stored. */
@ApplicationScoped
public class Questionnaire {
    private final Jdbi jdbi;

    @Inject
    public Questionnaire(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** @return the group's items; an item's place in the list is its answer's place in a {@link Response} */
    public List<Item> items(RespondentGroup group) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        """
                        select code, theme, text_da, text_en, scale, reversed
                          from surveys.item where grp = :group order by position""")
                .bind("group", group)
                .map((row, context) -> new Item(
                        row.getString("code"),
                        new ThemeCode(row.getString("theme")),
                        group,
                        new Bilingual(row.getString("text_da"), row.getString("text_en")),
                        Scale.valueOf(row.getString("scale")),
                        row.getBoolean("reversed")))
                .list());
    }

    /** Brings the product's own questionnaire into an empty database. */
    void loadIfAbsent(@Observes Migrations.Migrated migrated) {
        jdbi.useHandle(handle -> {
            boolean absent = handle.createQuery("select not exists (select from surveys.item)")
                    .mapTo(boolean.class)
                    .one();
            if (absent) {
                load(handle);
            }
        });
    }

    private static void load(Handle handle) {
        Map<RespondentGroup, Integer> positions = new EnumMap<>(RespondentGroup.class);
        PreparedBatch batch = handle.prepareBatch(
                """
                insert into surveys.item (code, grp, position, theme, text_da, text_en, scale, reversed)
                values (:code, :group, :position, :theme, :da, :en, :scale, :reversed) on conflict do nothing""");
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file())) {
            for (NamedCsvRecord row : rows) {
                RespondentGroup group = RespondentGroup.valueOf(row.getField("group"));
                batch.bind("code", row.getField("item_code"))
                        .bind("group", group)
                        .bind("position", positions.merge(group, 1, Integer::sum) - 1)
                        .bind("theme", row.getField("theme_code"))
                        .bind("da", row.getField("da"))
                        .bind("en", row.getField("en"))
                        .bind("scale", Scale.valueOf(row.getField("scale")))
                        .bind("reversed", Boolean.parseBoolean(row.getField("reversed")))
                        .add();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        batch.execute();
    }

    private static InputStreamReader file() {
        return new InputStreamReader(
                requireNonNull(Questionnaire.class.getResourceAsStream("/surveys/questionnaire.csv")), UTF_8);
    }
}
