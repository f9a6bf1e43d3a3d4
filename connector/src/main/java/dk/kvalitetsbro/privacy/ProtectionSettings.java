package dk.kvalitetsbro.privacy;

import dk.kvalitetsbro.statistics.disclosure.ProtectionGoal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.Dependent;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How well this municipality wants withheld figures to be protected; a round is protected by what is set when it closes. */
@ApplicationScoped
public class ProtectionSettings {
    private final ProtectionGoal goal;

    /** Serves CDI's proxy only. */
    protected ProtectionSettings() {
        this(ProtectionGoal.standard().answers(), ProtectionGoal.standard().pomp());
    }

    /**
     * @param answers how many answers apart the least and the most possible number stay
     * @param percent how far apart the lowest and the highest possible mean stay, in percent of maximum possible
     */
    @Inject
    public ProtectionSettings(
            @ConfigProperty(name = "disclosure.range.answers") int answers,
            @ConfigProperty(name = "disclosure.range.percent") double percent) {
        this.goal = new ProtectionGoal(answers, percent);
    }

    @Produces
    @Dependent
    ProtectionGoal goal() {
        return goal;
    }
}
