package dk.kvalitetsbro.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** The responses of one group in one round. Written row by row, so any size takes the same memory. */
final class ResponseFile {
    private static final double SECOND_PARENT = 0.44;

    private final int round;
    private final RespondentGroup group;
    private final Organisation organisation;
    private final Experience experience;
    private final List<Item> items;

    private ResponseFile(int round, RespondentGroup group, Organisation organisation) {
        this.round = round;
        this.group = group;
        this.organisation = organisation;
        this.experience = new Experience(organisation.karens().centre());
        this.items = Material.itemsOf(group);
    }

    static CsvFile of(int round, RespondentGroup group, Organisation organisation) {
        var file = new ResponseFile(round, group, organisation);
        return new CsvFile(group.fileName(round), file.header(), file::write);
    }

    private List<String> header() {
        var header = new ArrayList<>(List.of("response_id", "centre_code", "group"));
        group.linkColumn().ifPresent(header::add);
        items.forEach(item -> header.add(item.code()));
        return header;
    }

    private void write(Consumer<List<String>> rows) {
        var numbers = new Numbers();
        organisation.sites().stream()
                .filter(site -> Census.takesPart(site.centre(), round))
                .forEach(site -> new Visit(site, numbers, rows).collect());
    }

    /** Numbers given out so far in this file. They say nothing of who answered. */
    private static final class Numbers {
        private int responses;
        private int links;
    }

    /** Collects the responses of one centre. */
    private final class Visit {
        private final Site site;
        private final Numbers numbers;
        private final Consumer<List<String>> rows;
        private final Chance chance;
        private final double[] levels;

        Visit(Site site, Numbers numbers, Consumer<List<String>> rows) {
            this.site = site;
            this.numbers = numbers;
            this.rows = rows;
            chance = Chance.of(
                    "responses",
                    String.valueOf(round),
                    group.name(),
                    site.centre().code());
            levels = experience.levels(site.centre(), round, group, items);
        }

        void collect() {
            var eligible = Census.count(site, round, group);
            switch (group) {
                case CONTACT_PEDAGOGUE -> collectFromContactPedagogues(eligible);
                case PARENT -> collectFromFamilies(eligible);
                case CHILD, PEDAGOGUE, LEADER -> collectFromEach(eligible);
            }
        }

        private void collectFromEach(int eligible) {
            for (var i = 0; i < eligible; i++) {
                if (answers()) {
                    add(List.of(), Respondent.alone(chance));
                }
            }
        }

        private void collectFromContactPedagogues(int children) {
            var raters = site.contactPedagogues(children);
            for (var rater = 0; rater < raters; rater++) {
                var id = nextLink("R");
                var outlook = chance.normal();
                for (var child = rater; child < children; child += raters) {
                    if (answers()) {
                        add(List.of(id), Respondent.sharing(outlook, chance));
                    }
                }
            }
        }

        private void collectFromFamilies(int families) {
            for (var i = 0; i < families; i++) {
                if (answers()) {
                    var id = nextLink("H");
                    var outlook = chance.normal();
                    add(List.of(id), Respondent.sharing(outlook, chance));
                    if (chance.yes(SECOND_PARENT)) {
                        add(List.of(id), Respondent.sharing(outlook, chance));
                    }
                }
            }
        }

        private boolean answers() {
            return chance.yes(group.responseRate());
        }

        private void add(List<String> link, Respondent respondent) {
            numbers.responses++;
            var row = new ArrayList<String>(items.size() + 4);
            row.add(numbered(group.letter(), numbers.responses));
            row.add(site.centre().code());
            row.add(group.name());
            row.addAll(link);
            row.addAll(respondent.answer(items, levels));
            rows.accept(row);
        }

        private String nextLink(String letter) {
            numbers.links++;
            return numbered(letter, numbers.links);
        }

        private String numbered(String letter, int number) {
            return String.format(Locale.ROOT, "%d%s%06d", round, letter, number);
        }
    }
}
