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
 * Why and by when somebody takes a course, as the connector tells it. One for each person and course.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class assignments {
    /** @var string the table */
    private const TABLE = 'local_kvalitetsbro_assigned';

    /** @var int characters in a reason */
    public const MAX_REASON = 1000;

    /**
     * Keeps what the row tells. What it leaves out stays as it was, so the same row again changes nothing.
     *
     * While reasons are not to be shown, they are not stored either.
     *
     * @param int $userid who takes the course
     * @param stdClass $course the course
     * @param array $row may have reason, duedate and assignedby
     * @return bool whether anything was changed
     */
    public static function save(int $userid, stdClass $course, array $row): bool {
        global $DB;
        $told = self::told($row);
        $before = $DB->get_record(self::TABLE, ['userid' => $userid, 'courseid' => $course->id]);
        if (!$before) {
            $new = (object) ($told + ['reason' => null, 'duedate' => 0, 'assignedby' => 0]);
            $new->userid = $userid;
            $new->courseid = $course->id;
            $new->eventid = due_dates::show($new, $course);
            $new->timecreated = $new->timemodified = time();
            $DB->insert_record(self::TABLE, $new);
            return true;
        }
        $after = (object) ($told + (array) $before);
        if ($after == $before) {
            return false;
        }
        if ($after->duedate != $before->duedate) {
            $after->eventid = due_dates::show($after, $course);
        }
        $after->timemodified = time();
        $DB->update_record(self::TABLE, $after);
        return true;
    }

    /**
     * What a row tells of the assignment.
     *
     * @param array $row a row of the call
     * @return array
     */
    private static function told(array $row): array {
        $told = array_filter(
            array_intersect_key($row, ['reason' => 1, 'duedate' => 1, 'assignedby' => 1]),
            fn($value) => $value !== null
        );
        if (\core_text::strlen($told['reason'] ?? '') > self::MAX_REASON) {
            throw new row_refused('reasontoolong', self::MAX_REASON);
        }
        if (($told['duedate'] ?? 0) < 0) {
            throw new row_refused('datesinvalid');
        }
        if (!empty($told['assignedby']) && !\core_user::get_user($told['assignedby'], 'id')) {
            throw new row_refused('assignerunknown', $told['assignedby']);
        }
        if (!get_config('local_kvalitetsbro', 'showreasons')) {
            unset($told['reason']);
        }
        return $told;
    }

    /**
     * The person's assignment of the course.
     *
     * @param int $userid the person
     * @param int $courseid the course
     * @return stdClass|false
     */
    public static function find(int $userid, int $courseid): stdClass|false {
        global $DB;
        return $DB->get_record(self::TABLE, ['userid' => $userid, 'courseid' => $courseid]);
    }

    /**
     * The reason as the person may read it.
     *
     * @param stdClass $assignment the assignment
     * @return string plain text
     */
    public static function reason(stdClass $assignment): string {
        $config = get_config('local_kvalitetsbro');
        if (!empty($config->showreasons) && trim($assignment->reason ?? '') !== '') {
            return $assignment->reason;
        }
        $neutral = trim($config->neutralreason ?? '');
        return $neutral !== '' ? $neutral : get_string('neutralreasondefault', 'local_kvalitetsbro');
    }

    /**
     * Everything that is assigned to the person: those with the nearest due date first.
     *
     * @param int $userid the person
     * @return stdClass[] assignments with the course and how far the person has come
     */
    public static function of_person(int $userid): array {
        global $DB;
        return $DB->get_records_sql(
            "SELECT a.*, c.fullname, c.visible, cc.timecompleted, cc.timestarted, la.timeaccess
               FROM {" . self::TABLE . "} a
               JOIN {course} c ON c.id = a.courseid
          LEFT JOIN {course_completions} cc ON cc.course = a.courseid AND cc.userid = a.userid
          LEFT JOIN {user_lastaccess} la ON la.courseid = a.courseid AND la.userid = a.userid
              WHERE a.userid = :userid
           ORDER BY CASE WHEN a.duedate = 0 THEN 1 ELSE 0 END, a.duedate, a.id",
            ['userid' => $userid]
        );
    }

    /**
     * The person takes the course no longer.
     *
     * @param int $userid the person
     * @param int $courseid the course
     * @return bool whether it had been assigned
     */
    public static function drop(int $userid, int $courseid): bool {
        return self::delete(['userid' => $userid, 'courseid' => $courseid]);
    }

    /**
     * Deletes assignments with their due dates in the calendar.
     *
     * @param array $conditions fields and values
     * @return bool whether there were any
     */
    public static function delete(array $conditions): bool {
        global $DB;
        $found = $DB->get_records(self::TABLE, $conditions, '', 'id, eventid');
        due_dates::hide($found);
        $DB->delete_records(self::TABLE, $conditions);
        return (bool) $found;
    }

    /**
     * Deletes every assignment with its due date.
     */
    public static function delete_all(): void {
        self::delete([]);
    }

    /**
     * Forgets who assigned: somebody who leaves takes their name along, the assignments stay.
     *
     * @param int $userid the leader
     * @param array $courseids only in these courses; in all when empty
     */
    public static function forget_assigner(int $userid, array $courseids = []): void {
        global $DB;
        [$in, $params] = $courseids
            ? $DB->get_in_or_equal($courseids, SQL_PARAMS_NAMED)
            : ['<> 0', []];
        $DB->set_field_select(
            self::TABLE,
            'assignedby',
            0,
            "assignedby = :userid AND courseid $in",
            $params + ['userid' => $userid]
        );
    }
}
