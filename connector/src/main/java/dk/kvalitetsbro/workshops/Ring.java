package dk.kvalitetsbro.workshops;

import dk.kvalitetsbro.themes.Goal;
import dk.kvalitetsbro.themes.Level;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * One level of the board.
 *
 * @param goals the level's ready goals that are not on the board yet
 */
record Ring(Level level, List<Bubble> bubbles, List<Goal> goals) {

    /** @return the four levels, the farthest first */
    static List<Ring> of(List<Bubble> bubbles, List<Goal> goals) {
        Set<String> taken =
                bubbles.stream().flatMap(bubble -> bubble.goal().stream()).collect(Collectors.toSet());
        return Stream.of(Level.values())
                .map(level -> new Ring(
                        level,
                        bubbles.stream()
                                .filter(bubble -> bubble.level() == level)
                                .toList(),
                        goals.stream()
                                .filter(goal -> goal.level() == level && !taken.contains(goal.code()))
                                .toList()))
                .toList();
    }
}
