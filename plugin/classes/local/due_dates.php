<?php
// This file is part of Moodle - https://moodle.org/
//
// Moodle is free software: you can redistribute it and/or modify
// it under the terms of the GNU General Public License as published by
// the Free Software Foundation, either version 3 of the License, or
// (at your option) any later version.
//
// Moodle is distributed in the hope that it will be useful,
// but WITHOUT ANY WARRANTY; without even the implied warranty of
// MERCHANTABILITY or FITNESS FOR A PARTICULAR PURPOSE.  See the
// GNU General Public License for more details.
//
// You should have received a copy of the GNU General Public License
// along with Moodle.  If not, see <https://www.gnu.org/licenses/>.

namespace local_kvalitetsbro\local;

use stdClass;

/**
 * Due dates in people's own calendars. The component keeps people from editing them there.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class due_dates {
    /**
     * Shows the due date of an assignment: adds it, moves it, or takes it away.
     *
     * @param stdClass $assignment with the event that shows it so far, if any
     * @param stdClass $course the course
     * @return int the event that shows it; 0 for none
     */
    public static function show(stdClass $assignment, stdClass $course): int {
        global $CFG;
        require_once($CFG->dirroot . '/calendar/lib.php');
        if (empty($assignment->duedate)) {
            self::hide([$assignment]);
            return 0;
        }
        $name = format_string($course->fullname, true, ['context' => \context_course::instance($course->id), 'escape' => false]);
        $data = [
            'name' => \core_text::substr(get_string('duecourse', 'local_kvalitetsbro', $name), 0, 255),
            'timestart' => $assignment->duedate,
            'timesort' => $assignment->duedate,
        ];
        $event = empty($assignment->eventid) ? false : self::event($assignment->eventid);
        if ($event) {
            $event->update($data, false);
            return $event->id;
        }
        $event = \calendar_event::create((object) ($data + [
            'description' => \html_writer::link(course_get_url($course), s($name)),
            'format' => FORMAT_HTML,
            'eventtype' => 'user',
            'userid' => $assignment->userid,
            'courseid' => 0,
            'groupid' => 0,
            'component' => 'local_kvalitetsbro',
            'modulename' => '',
            'instance' => 0,
            'timeduration' => 0,
            'visible' => 1,
        ]), false);
        return $event->id;
    }

    /**
     * Takes due dates away.
     *
     * @param stdClass[] $assignments with the events that show them
     */
    public static function hide(array $assignments): void {
        global $CFG;
        require_once($CFG->dirroot . '/calendar/lib.php');
        foreach ($assignments as $assignment) {
            $event = empty($assignment->eventid) ? false : self::event($assignment->eventid);
            if ($event) {
                $event->delete();
            }
        }
    }

    /**
     * An event, if it is there still.
     *
     * @param int $id the event
     * @return \calendar_event|false
     */
    private static function event(int $id): \calendar_event|false {
        global $DB;
        $record = $DB->get_record('event', ['id' => $id, 'component' => 'local_kvalitetsbro']);
        return $record ? new \calendar_event($record) : false;
    }
}
