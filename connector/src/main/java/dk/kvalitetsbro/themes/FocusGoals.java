package dk.kvalitetsbro.themes;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;

/** For any page that names a theme in focus: what the municipality wants with it, {@code #{focusGoals.of(theme.code)}}. */
@Named("focusGoals")
@RequestScoped
public class FocusGoals {
    private final Goals goals;
    private Optional<List<Goal>> own = Optional.empty();

    @Inject
    public FocusGoals(Goals goals) {
        this.goals = goals;
    }

    /** @return the municipality's own goals that the theme serves */
    public List<Goal> of(ThemeCode theme) {
        return own().stream().filter(goal -> goal.themes().contains(theme)).toList();
    }

    private List<Goal> own() {
        if (own.isEmpty()) {
            own = Optional.of(goals.pursued().stream()
                    .filter(goal -> goal.level() == Level.MUNICIPAL)
                    .toList());
        }
        return own.orElseThrow();
    }
}
