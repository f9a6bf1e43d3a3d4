package dk.kvalitetsbro.statistics.findings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ThresholdsTest {
    @Test
    void the_standard_is_the_agreed_one() {
        Thresholds standard = Thresholds.standard();
        assertEquals(5, standard.disclosure().minimumAnswers());
        assertEquals(10, standard.minimumForConclusion());
        assertEquals(0.50, standard.responseRate());
        assertEquals(0.60, standard.alpha());
        assertEquals(70, standard.levelPomp());
        assertEquals(85, standard.strengthPomp());
        assertEquals(20, standard.restPoints());
        assertEquals(20, standard.declinePoints());
        assertEquals(15, standard.gapPomp());
        assertEquals(0.05, standard.significance());
        assertEquals(0.95, standard.confidence());
        assertEquals(5, standard.ratersForFinding());
        assertEquals(2, standard.groupsInAgreement());
    }

    @Test
    void limits_that_make_no_sense_are_refused() {
        refused(() -> new Thresholds(4, 10, 0.50, 0.60, 70, 85, 20, 20, 15, 0.05, 0.95, 5, 2));
        refused(() -> new Thresholds(10, 7, 0.50, 0.60, 70, 85, 20, 20, 15, 0.05, 0.95, 5, 2));
        refused(() -> new Thresholds(5, 10, 50, 0.60, 70, 85, 20, 20, 15, 0.05, 0.95, 5, 2));
        refused(() -> new Thresholds(5, 10, 0.50, -0.1, 70, 85, 20, 20, 15, 0.05, 0.95, 5, 2));
        refused(() -> new Thresholds(5, 10, 0.50, 0.60, 85, 85, 20, 20, 15, 0.05, 0.95, 5, 2));
        refused(() -> new Thresholds(5, 10, 0.50, 0.60, 70, 85, 0, 20, 15, 0.05, 0.95, 5, 2));
        refused(() -> new Thresholds(5, 10, 0.50, 0.60, 70, 85, 20, 20, 15, 0, 0.95, 5, 2));
        refused(() -> new Thresholds(5, 10, 0.50, 0.60, 70, 85, 20, 20, 15, 0.05, 95, 5, 2));
        refused(() -> new Thresholds(5, 10, 0.50, 0.60, 70, 85, 20, 20, 15, 0.05, 0.95, 2, 2));
        refused(() -> new Thresholds(5, 10, 0.50, 0.60, 70, 85, 20, 20, 15, 0.05, 0.95, 5, 1));
    }

    @Test
    void a_share_may_be_none_and_not_all() {
        new Thresholds(5, 10, 0, 0, 70, 85, 20, 20, 15, 0.05, 0.95, 5, 2);
        refused(() -> new Thresholds(5, 10, 1, 0.60, 70, 85, 20, 20, 15, 0.05, 0.95, 5, 2));
        refused(() -> new Thresholds(5, 10, 0.50, 0.60, 70, 85, 20, 20, 15, 0.05, 1, 5, 2));
    }

    private static void refused(Runnable creation) {
        assertThrows(IllegalArgumentException.class, creation::run);
    }
}
