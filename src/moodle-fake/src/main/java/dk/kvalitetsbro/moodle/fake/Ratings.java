package dk.kvalitetsbro.moodle.fake;

import static dk.kvalitetsbro.moodle.fake.Replies.numberOrNull;
import static dk.kvalitetsbro.moodle.fake.Replies.object;

import dk.kvalitetsbro.moodle.fake.Row.Rating;
import dk.kvalitetsbro.moodle.fake.Tables.Pair;
import jakarta.json.JsonObjectBuilder;

/** Everybody's standing in every competency, made when somebody first asks for it. */
final class Ratings {
    private final Site site;
    private final Tables tables;
    private final String siteUrl;

    Ratings(Site site, String siteUrl) {
        this.site = site;
        this.tables = site.tables();
        this.siteUrl = siteUrl;
    }

    Rating of(long userId, long competencyId) {
        return tables.ratingsByPair.first(new Pair(userId, competencyId)).orElseGet(() -> {
            var rating = new Rating(tables.ratings.nextId(), userId, competencyId, 0, false, site.now());
            site.put(rating);
            return rating;
        });
    }

    /** Moodle's name for a value of the scale. */
    static String gradeName(long grade) {
        return grade == 0 ? "-" : FrameworkFunctions.SCALE.get((int) grade - 1);
    }

    JsonObjectBuilder describe(Rating rating) {
        var json = object().add("userid", rating.userId())
                .add("competencyid", rating.competencyId())
                .add("status", 0)
                .addNull("reviewerid");
        if (rating.grade() == 0) {
            json.addNull("proficiency");
        } else {
            json.add("proficiency", rating.proficient());
        }
        return json.add("grade", numberOrNull(rating.grade()))
                .add("id", rating.id())
                .add("timecreated", rating.at())
                .add("timemodified", rating.at())
                .add("usermodified", Tables.WEB_SERVICE)
                .add("canrequestreview", false)
                .add("canreview", false)
                .add("gradename", gradeName(rating.grade()))
                .add("isrequestreviewallowed", false)
                .add("iscancelreviewrequestallowed", false)
                .add("isstartreviewallowed", false)
                .add("isstopreviewallowed", false)
                .add("isstatusidle", true)
                .add("isstatusinreview", false)
                .add("isstatuswaitingforreview", false)
                .add("proficiencyname", rating.grade() == 0 ? "-" : rating.proficient() ? "Yes" : "No")
                .add("statusname", "-")
                .add("url", siteUrl + "/admin/tool/lp/user_competency.php?id=" + rating.id());
    }
}
