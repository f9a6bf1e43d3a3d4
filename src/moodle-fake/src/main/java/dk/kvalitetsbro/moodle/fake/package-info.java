/**
 * A stand-in for Moodle 4.5 or 5.1, for demonstrations and tests. Start at {@link MoodleFake}.
 *
 * <p>It answers the web services that the client calls in the shapes recorded from real sites, keeps its state on disk,
 * can be told to fail the way sites fail, and has a page for each course. It knows no passwords and no capabilities and
 * listens on the loopback interface only.
 */
@NullMarked
package dk.kvalitetsbro.moodle.fake;

import org.jspecify.annotations.NullMarked;
