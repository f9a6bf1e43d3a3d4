package dk.kvalitetsbro.results;

import dk.kvalitetsbro.access.CentreCode;
import dk.kvalitetsbro.statistics.IntraclassCorrelation;
import dk.kvalitetsbro.statistics.Moments;
import dk.kvalitetsbro.statistics.RespondentGroup;
import dk.kvalitetsbro.statistics.Summary;
import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** What is stored of a round's answers: per centre, item and subset of items, and for the municipality as a whole. */
final class ResultRows implements AutoCloseable {
    private final String round;
    private final CopyBuffer themes;
    private final CopyBuffer subsets;
    private final CopyBuffer items;
    private final CopyBuffer participation;
    private final CopyBuffer municipality;

    ResultRows(Handle handle, String round) {
        this.round = round;
        this.themes = new CopyBuffer(
                handle,
                """
                results.theme_result (round, centre, theme, grp, n, mean, variance, alpha, eligible, raters, families,
                                      all_alike)""");
        this.subsets = new CopyBuffer(
                handle,
                """
                results.subset_result (round, centre, theme, grp, item_set, n, mean, variance, raters, families,
                                       all_alike)""");
        this.items = new CopyBuffer(
                handle, "results.item_result (round, centre, theme, grp, item, n, mean, variance, raters, families)");
        this.participation = new CopyBuffer(
                handle, "results.participation (round, centre, grp, eligible, answered, raters, families)");
        this.municipality = new CopyBuffer(
                handle,
                """
                results.municipal_result (round, theme, grp, scale, item_set, n, mean, variance, between_sd, within_sd,
                                          raters, families, all_alike)""");
    }

    void add(GroupAnswers answers) {
        RespondentGroup group = answers.group();
        answers.centres().forEach((centre, given) -> addCentre(centre, group, given));
        for (int theme = 0; theme < answers.themes().size(); theme++) {
            addMunicipality(group, answers.themes().get(theme), answers.onTheme(theme));
        }
    }

    private void addCentre(CentreCode centre, RespondentGroup group, CentreAnswers given) {
        Tally respondents = given.respondents();
        participation.row(
                round,
                centre,
                group,
                given.eligible(),
                respondents.summary().n(),
                raters(group, respondents.sources()),
                families(group, respondents.sources()));
        for (CentreAnswers.OnTheme theme : given.themes()) {
            addTheme(centre, group, given.eligible(), theme);
            for (int item = 0; item < theme.asked().size(); item++) {
                addItem(centre, group, theme, item);
            }
        }
    }

    private void addTheme(CentreCode centre, RespondentGroup group, int eligible, CentreAnswers.OnTheme theme) {
        Summary index = theme.index().summary();
        int sources = theme.index().sources();
        themes.row(
                round,
                centre,
                theme.asked().theme(),
                group,
                index.n(),
                index.mean(),
                index.variance(),
                theme.alpha(),
                eligible,
                raters(group, sources),
                families(group, sources),
                theme.index().allAlike());
        for (int subset = 0; subset < theme.subsets().size(); subset++) {
            addSubset(
                    centre,
                    group,
                    theme.asked(),
                    theme.asked().subsets().get(subset).itemSet(),
                    theme.subsets().get(subset));
        }
    }

    private void addSubset(CentreCode centre, RespondentGroup group, AskedTheme theme, String itemSet, Tally index) {
        Summary summary = index.summary();
        subsets.row(
                round,
                centre,
                theme.theme(),
                group,
                itemSet,
                summary.n(),
                summary.mean(),
                summary.variance(),
                raters(group, index.sources()),
                families(group, index.sources()),
                index.allAlike());
    }

    private void addItem(CentreCode centre, RespondentGroup group, CentreAnswers.OnTheme theme, int item) {
        Tally given = theme.item(item);
        Summary summary = given.summary();
        items.row(
                round,
                centre,
                theme.asked().theme(),
                group,
                theme.asked().item(item).code(),
                summary.n(),
                summary.mean(),
                summary.variance(),
                raters(group, given.sources()),
                families(group, given.sources()));
    }

    /** Contact pedagogues and families belong to one centre, so those of all centres may be added up. */
    private void addMunicipality(RespondentGroup group, AskedTheme theme, List<Tally> centres) {
        Moments whole = new Moments();
        centres.forEach(centre -> whole.merge(centre.values()));
        int sources = centres.stream().mapToInt(Tally::sources).sum();
        Optional<IntraclassCorrelation> variation =
                IntraclassCorrelation.of(centres.stream().map(Tally::summary).toList());
        municipality.row(
                round,
                theme.theme(),
                group,
                theme.scale(),
                theme.itemSet(),
                whole.summary().n(),
                whole.summary().mean(),
                whole.summary().variance(),
                variation.map(IntraclassCorrelation::betweenSd),
                variation.map(IntraclassCorrelation::withinSd),
                raters(group, sources),
                families(group, sources),
                whole.allAlike());
    }

    private static int raters(RespondentGroup group, int sources) {
        return group == RespondentGroup.CONTACT_PEDAGOGUE ? sources : 0;
    }

    private static int families(RespondentGroup group, int sources) {
        return group == RespondentGroup.PARENT ? sources : 0;
    }

    @Override
    public void close() {
        themes.close();
        subsets.close();
        items.close();
        participation.close();
        municipality.close();
    }
}
