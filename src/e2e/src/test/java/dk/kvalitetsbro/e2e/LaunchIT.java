package dk.kvalitetsbro.e2e;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Staff come from Moodle in a real browser, which minds policies and cookies. */
@ExtendWith(OnStage.class)
class LaunchIT {
    private final Stage stage;

    LaunchIT(Stage stage) {
        this.stage = stage;
    }

    @Test
    void maja_comes_from_moodle_with_one_click() {
        var maja = stage.inMoodle(stage.personas().maja());
        maja.follow("Kvalitetsbro");
        maja.seesHeading("Mine forløb");
        maja.sees(stage.personas().maja().name());
    }

    @Test
    void karen_lands_where_leaders_begin() {
        var karen = stage.inMoodle(stage.personas().karen());
        karen.follow("Kvalitetsbro");
        karen.seesHeading("Overblik");
    }
}
