package dk.kvalitetsbro.results;

import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.findings.SignalKind;
import dk.kvalitetsbro.themes.Theme;
import dk.kvalitetsbro.web.Bilingual;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** What findings say, in both languages. */
final class Wording {
    private Wording() {}

    static Bilingual question(Finding finding) {
        return about(finding, "results.question.");
    }

    static Bilingual question(MunicipalFinding finding) {
        return about(finding, "results.municipalQuestion.");
    }

    static Optional<Bilingual> holdOn(ThemeVoices finding) {
        List<RespondentGroup> groups = finding.groupsLosingGain();
        return groups.isEmpty() ? Optional.empty() : Optional.of(sentence("results.holdOn", groups, finding.theme()));
    }

    static Bilingual headline(Finding finding) {
        return about(finding, "results.headline.");
    }

    /** Why a need arose, in one sentence that staff can read: it names groups, and no figures. */
    static Bilingual reason(String roundName, List<RespondentGroup> groups, Theme theme) {
        return Bilingual.of("results.reason", roundName, joined(groups), theme.name());
    }

    /** The sentence tells of the signal that says most, and of the groups that show it. */
    private static Bilingual about(ThemeVoices finding, String keys) {
        return tellingSignal(finding)
                .map(kind -> sentence(keys + kind, finding.groupsShowing(kind), finding.theme()))
                .orElseGet(() -> sentence(keys + finding.status(), finding.groups(), finding.theme()));
    }

    private static Optional<SignalKind> tellingSignal(ThemeVoices finding) {
        return finding.isShortfall()
                ? Stream.of(SignalKind.BELOW_REST, SignalKind.DECLINE, SignalKind.LEVEL)
                        .filter(kind -> !finding.groupsShowing(kind).isEmpty())
                        .findFirst()
                : Optional.empty();
    }

    private static Bilingual sentence(String key, List<RespondentGroup> groups, Theme theme) {
        Bilingual sentence = Bilingual.of(key, joined(groups), theme.name());
        return both(sentence, Wording::capitalised);
    }

    /** Such as "børnene, pædagogerne og forældrene". */
    static Bilingual joined(List<RespondentGroup> groups) {
        List<Bilingual> names = groups.stream()
                .map(group -> Bilingual.of("results.theGroup." + group))
                .toList();
        Bilingual and = Bilingual.of("results.and");
        return new Bilingual(
                joined(names.stream().map(Bilingual::da).toList(), and.da()),
                joined(names.stream().map(Bilingual::en).toList(), and.en()));
    }

    private static String joined(List<String> names, String and) {
        int last = names.size() - 1;
        return last < 1
                ? String.join("", names)
                : String.join(", ", names.subList(0, last)) + " " + and + " " + names.get(last);
    }

    private static Bilingual both(Bilingual text, UnaryOperator<String> change) {
        return new Bilingual(change.apply(text.da()), change.apply(text.en()));
    }

    private static String capitalised(String sentence) {
        return sentence.substring(0, 1).toUpperCase(java.util.Locale.ROOT) + sentence.substring(1);
    }
}
