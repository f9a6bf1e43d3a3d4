package dk.kvalitetsbro.web;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.AbstractMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What pages say, in the reader's language: {@code #{t['web.save']}} for a sentence, {@code #{t.of('web.rows', n)}} for
 * one with values, {@code #{t.pick(theme.name)}} for data in both languages, and dates and numbers as they are written.
 */
@Named("t")
@RequestScoped
public class Texts extends AbstractMap<String, String> {
    /** Where days begin and whose time is told. */
    public static final ZoneId ZONE = ZoneId.of("Europe/Copenhagen");

    private static final char THIN_SPACE = '\u202f';

    private final Language language;

    @Inject
    public Texts(Language language) {
        this.language = language;
    }

    /** @return the sentence, or the key between question marks where there is none: seen at once and harmless */
    @Override
    public String get(@Nullable Object key) {
        return TextBundles.in(language.locale()).getOrDefault(String.valueOf(key), "??" + key + "??");
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return TextBundles.in(language.locale()).containsKey(String.valueOf(key));
    }

    @Override
    public Set<Map.Entry<String, String>> entrySet() {
        return TextBundles.in(language.locale()).entrySet();
    }

    /** @return the sentence with {@code {0}}, {@code {1}} ... filled in; numbers are written in the reader's way */
    public String of(String key, @Nullable Object... values) {
        return values.length == 0 ? get(key) : new MessageFormat(get(key), language.locale()).format(values);
    }

    public String pick(@Nullable Bilingual text) {
        return text == null ? "" : text.in(language.locale());
    }

    /** @return such as "1. juni 2026" */
    public String date(@Nullable LocalDate date) {
        return date == null ? "" : date.format(formatter("d. MMMM yyyy", "d MMMM yyyy"));
    }

    /** @return the Danish day of the moment, such as "1. juni 2026" */
    public String day(@Nullable OffsetDateTime moment) {
        return moment == null ? "" : date(moment.atZoneSameInstant(ZONE).toLocalDate());
    }

    /** @return such as "1. juni 2026 kl. 14.05", Danish time */
    public String time(@Nullable OffsetDateTime time) {
        return time == null
                ? ""
                : time.atZoneSameInstant(ZONE).format(formatter("d. MMMM yyyy 'kl.' HH.mm", "d MMMM yyyy 'at' HH:mm"));
    }

    public String instant(@Nullable Instant time) {
        return time == null ? "" : time(time.atZone(ZONE).toOffsetDateTime());
    }

    /** @return the number with so many decimals, a decimal comma in Danish and thin spaces between thousands */
    public String number(double value, int decimals) {
        NumberFormat format = NumberFormat.getNumberInstance(language.locale());
        format.setMinimumFractionDigits(decimals);
        format.setMaximumFractionDigits(decimals);
        String written = format.format(value);
        return language.isEnglish() ? written.replace(',', THIN_SPACE) : written.replace('.', THIN_SPACE);
    }

    public Locale locale() {
        return language.locale();
    }

    private DateTimeFormatter formatter(String danish, String english) {
        return DateTimeFormatter.ofPattern(language.isEnglish() ? english : danish, language.locale());
    }
}
