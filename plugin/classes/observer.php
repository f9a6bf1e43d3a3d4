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

namespace local_kvalitetsbro;

use core\event\base;
use local_kvalitetsbro\local\assignments;
use local_kvalitetsbro\local\due_dates;
use local_kvalitetsbro\local\queue;
use local_kvalitetsbro\local\themes;

/**
 * Hears what takes place in Moodle, queues it for the connector, and clears away what has lost its meaning.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class observer {
    /**
     * Somebody completed a course: the due date has been met.
     *
     * @param \core\event\course_completed $event the event
     */
    public static function course_completed(\core\event\course_completed $event): void {
        $completion = $event->get_record_snapshot('course_completions', $event->objectid);
        queue::add('course_completed', $event->timecreated, $event->relateduserid, $event->courseid, [
            'completionid' => (int) $completion->id,
            'timecompleted' => (int) $completion->timecompleted,
        ]);
        $assignment = assignments::find($event->relateduserid, $event->courseid);
        if ($assignment) {
            due_dates::hide([$assignment]);
        }
    }

    /**
     * Somebody was enrolled, by any method.
     *
     * @param \core\event\user_enrolment_created $event the event
     */
    public static function user_enrolled(\core\event\user_enrolment_created $event): void {
        queue::add('user_enrolled', $event->timecreated, $event->relateduserid, $event->courseid, [
            'method' => $event->other['enrol'],
        ]);
    }

    /**
     * An enrolment ended. With the last one, the assignment has no meaning any more.
     *
     * @param \core\event\user_enrolment_deleted $event the event
     */
    public static function user_unenrolled(\core\event\user_enrolment_deleted $event): void {
        $last = !empty($event->other['userenrolment']['lastenrol']);
        queue::add('user_unenrolled', $event->timecreated, $event->relateduserid, $event->courseid, [
            'method' => $event->other['enrol'],
            'last' => $last,
        ]);
        if ($last) {
            assignments::drop($event->relateduserid, $event->courseid);
        }
    }

    /**
     * A course was made or changed.
     *
     * @param base $event the event
     */
    public static function course_changed(base $event): void {
        queue::add('course_changed', $event->timecreated, 0, $event->courseid);
    }

    /**
     * A course is gone.
     *
     * @param \core\event\course_deleted $event the event
     */
    public static function course_deleted(\core\event\course_deleted $event): void {
        queue::add('course_deleted', $event->timecreated, 0, $event->courseid);
        assignments::delete(['courseid' => $event->courseid]);
        themes::forget(['courseid' => $event->courseid]);
    }

    /**
     * A category was changed. Hiding one hides its courses, of which Moodle tells nothing.
     *
     * @param \core\event\course_category_updated $event the event
     */
    public static function category_changed(\core\event\course_category_updated $event): void {
        queue::add('category_changed', $event->timecreated, 0, 0, ['categoryid' => (int) $event->objectid]);
    }

    /**
     * An account was changed. Moodle does not say in what, so each change of a suspended account tells that it is
     * suspended.
     *
     * @param \core\event\user_updated $event the event
     */
    public static function user_updated(\core\event\user_updated $event): void {
        $user = \core_user::get_user($event->relateduserid, 'id, suspended');
        if ($user && $user->suspended) {
            queue::add('user_suspended', $event->timecreated, $user->id);
        }
    }

    /**
     * An account is gone, and with it everything stored about the person. Its id number is in the event only.
     *
     * @param \core\event\user_deleted $event the event
     */
    public static function user_deleted(\core\event\user_deleted $event): void {
        assignments::delete(['userid' => $event->objectid]);
        assignments::forget_assigner($event->objectid);
        queue::add('user_deleted', $event->timecreated, $event->objectid, 0, array_filter([
            'idnumber' => $event->other['idnumber'] ?? '',
        ]));
    }

    /**
     * A competency is gone, perhaps a theme.
     *
     * @param \core\event\competency_deleted $event the event
     */
    public static function competency_deleted(\core\event\competency_deleted $event): void {
        themes::forget(['competencyid' => $event->objectid]);
    }
}
