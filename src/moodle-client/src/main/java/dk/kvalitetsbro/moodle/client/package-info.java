/**
 * A client for the web services of Moodle 4.5 and 5.1. Start at {@link MoodleClient}.
 *
 * <p>Moodle answers its errors with HTTP 200, cuts off parameters beyond PHP's {@code max_input_vars} without a word,
 * rolls a whole batch back for one bad row and erases dates when somebody is enrolled twice. Everything here exists so
 * that a caller never has to know: a call either returns what Moodle really said, or throws a {@link MoodleException}
 * whose type says what may be done next.
 *
 * <p>Needed from the user: an implementation of Jakarta JSON Processing and, for the generic calls only, of Jakarta
 * JSON Binding.
 */
@NullMarked
package dk.kvalitetsbro.moodle.client;

import org.jspecify.annotations.NullMarked;
