package dk.kvalitetsbro.privacy;

import dk.kvalitetsbro.web.Texts;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is held of one kind, as a table for people to read. */
public final class HoldingRows {
    /** More than these are in the file only. */
    static final int SHOWN = 100;

    private final Holding holding;
    private final Texts texts;
    private final Set<String> fields = new LinkedHashSet<>();

    HoldingRows(Holding holding, Texts texts) {
        this.holding = holding;
        this.texts = texts;
        holding.rows().forEach(row -> fields.addAll(row.keySet()));
    }

    public String getKind() {
        return holding.kind();
    }

    public String getTitle() {
        return texts.get("privacy.held." + holding.kind());
    }

    /** @return what becomes of it when the person is deleted */
    public String getFate() {
        return texts.get("privacy.fate." + holding.kind());
    }

    public int getCount() {
        return holding.rows().size();
    }

    public boolean isShortened() {
        return getCount() > SHOWN;
    }

    public List<String> getHeads() {
        return fields.stream().map(field -> texts.get("privacy.field." + field)).toList();
    }

    /** @return the newest rows, as they are in their order the last */
    public List<List<String>> getRows() {
        List<Map<String, Object>> rows = holding.rows();
        return rows.subList(Math.max(0, rows.size() - SHOWN), rows.size()).stream()
                .map(row -> fields.stream().map(field -> words(row.get(field))).toList())
                .toList();
    }

    private String words(@Nullable Object value) {
        if (value == null) {
            return "";
        }
        if (value instanceof OffsetDateTime moment) {
            return texts.time(moment);
        }
        if (value instanceof LocalDate day) {
            return texts.date(day);
        }
        if (value instanceof Boolean yes) {
            return texts.get(yes ? "privacy.yes" : "privacy.no");
        }
        return known("privacy.value." + value)
                .or(() -> known("access.log.did." + value))
                .orElse(String.valueOf(value));
    }

    private Optional<String> known(String key) {
        return texts.containsKey(key) ? Optional.of(texts.get(key)) : Optional.empty();
    }
}
