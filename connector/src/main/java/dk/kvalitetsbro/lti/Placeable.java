package dk.kvalitetsbro.lti;

/**
 * A page that may be placed as an activity in a course.
 *
 * @param page   below the application's root
 * @param title  what the activity is to be called
 * @param graded whether there is something to do on it that can be told as done
 */
public record Placeable(String page, String title, boolean graded) {}
