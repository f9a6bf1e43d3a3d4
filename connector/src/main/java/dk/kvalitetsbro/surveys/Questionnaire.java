package dk.kvalitetsbro.surveys;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Scale;
import dk.kvalitetsbro.themes.AskedThemes;
import dk.kvalitetsbro.themes.ThemeCode;
import dk.kvalitetsbro.web.Bilingual;
import dk.kvalitetsbro.web.Migrations;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.PreparedBatch;

/** What each group is asked, in the order in which answers are stored. */
@ApplicationScoped
public class Questionnaire implements AskedThemes {
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

    @Override
    public Set<ThemeCode> askedThemes() {
        return Set.copyOf(jdbi.withHandle(handle -> handle.createQuery("select distinct theme from surveys.item")
                .mapTo(ThemeCode.class)
                .list()));
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

    /** @return the product's own questionnaire, as it comes in a new database */
    public static Map<RespondentGroup, List<Item>> own() {
        Map<RespondentGroup, List<Item>> own = new EnumMap<>(RespondentGroup.class);
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(file())) {
            for (NamedCsvRecord row : rows) {
                Item item = item(row);
                own.computeIfAbsent(item.group(), first -> new ArrayList<>()).add(item);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return own;
    }

    private static Item item(NamedCsvRecord row) {
        return new Item(
                row.getField("item_code"),
                new ThemeCode(row.getField("theme_code")),
                RespondentGroup.valueOf(row.getField("group")),
                new Bilingual(row.getField("da"), row.getField("en")),
                Scale.valueOf(row.getField("scale")),
                Boolean.parseBoolean(row.getField("reversed")));
    }

    private static void load(Handle handle) {
        PreparedBatch batch = handle.prepareBatch(
                """
                insert into surveys.item (code, grp, position, theme, text_da, text_en, scale, reversed)
                values (:code, :group, :position, :theme, :da, :en, :scale, :reversed) on conflict do nothing""");
        own().values().forEach(items -> {
            for (int position = 0; position < items.size(); position++) {
                Item item = items.get(position);
                batch.bind("code", item.code())
                        .bind("group", item.group())
                        .bind("position", position)
                        .bind("theme", item.theme().value())
                        .bind("da", item.text().da())
                        .bind("en", item.text().en())
                        .bind("scale", item.scale())
                        .bind("reversed", item.reversed())
                        .add();
            }
        });
        batch.execute();
    }

    private static InputStreamReader file() {
        return new InputStreamReader(
                requireNonNull(Questionnaire.class.getResourceAsStream("/surveys/questionnaire.csv")), UTF_8);
    }
}
