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
 * Enrols and unenrols by Moodle's manual method. What concerns a course is looked up once for all its rows.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class enrolments {
    /** @var \enrol_plugin the manual method */
    private \enrol_plugin $manual;

    /** @var array<int, course_door|row_refused> by course id */
    private array $doors = [];

    /**
     * Fails when the site has no manual method.
     */
    public function __construct() {
        global $CFG;
        require_once($CFG->libdir . '/enrollib.php');
        $this->manual = enrol_get_plugin('manual')
            ?? throw new \moodle_exception('manualpluginnotinstalled', 'enrol_manual');
    }

    /**
     * Enrols one person and keeps the reason and the due date.
     *
     * @param array $row a row of the call
     * @param bool $keepdates whether somebody who is enrolled already keeps start, end and suspension
     * @return bool whether anything was changed
     */
    public function enrol(array $row, bool $keepdates): bool {
        $start = $row['timestart'] ?? 0;
        $end = $row['timeend'] ?? 0;
        if ($start < 0 || $end < 0 || ($end > 0 && $end <= $start)) {
            throw new row_refused('datesinvalid');
        }
        $user = $this->active_user($row['userid']);
        $door = $this->door($row['courseid']);
        $role = $door->role($row['roleid'] ?? 0);
        $status = empty($row['suspend']) ? ENROL_USER_ACTIVE : ENROL_USER_SUSPENDED;

        $enrolled = $this->enrolment($door->manual, $user->id);
        $changed = !$enrolled || (!$keepdates && self::differs($enrolled, $start, $end, $status));
        if ($changed) {
            $this->manual->enrol_user($door->manual, $user->id, $role, $start, $end, $status);
        }
        return assignments::save($user->id, $door->course, $row) || $changed;
    }

    /**
     * Ends one person's manual enrolment and drops the reason and the due date.
     *
     * @param array $row a row of the call
     * @return bool whether anything was changed
     */
    public function unenrol(array $row): bool {
        $door = $this->door($row['courseid']);
        $dropped = assignments::drop($row['userid'], $row['courseid']);
        if (!$this->enrolment($door->manual, $row['userid'])) {
            \core_user::get_user($row['userid'], 'id') ?: throw new row_refused('invaliduser', $row['userid']);
            return $dropped;
        }
        if (!has_capability('enrol/manual:unenrol', $door->context)) {
            throw new row_refused('maynotunenrol', $row['courseid']);
        }
        $this->manual->unenrol_user($door->manual, $row['userid']);
        return true;
    }

    /**
     * Somebody who can take a course.
     *
     * @param int $id the account
     * @return stdClass the account
     */
    private function active_user(int $id): stdClass {
        $user = \core_user::get_user($id, 'id, deleted, suspended, confirmed') ?: throw new row_refused('invaliduser', $id);
        return match (true) {
            (bool) $user->deleted => throw new row_refused('userdeleted', $id),
            (bool) $user->suspended => throw new row_refused('usersuspended', $id),
            isguestuser($user) => throw new row_refused('guestsarenotallowed'),
            default => $user,
        };
    }

    /**
     * The way into a course, or the refusal that every row about the course gets.
     *
     * @param int $courseid the course
     * @return course_door
     */
    private function door(int $courseid): course_door {
        if (!isset($this->doors[$courseid])) {
            try {
                $this->doors[$courseid] = course_door::open($courseid);
            } catch (row_refused $refusal) {
                $this->doors[$courseid] = $refusal;
            }
        }
        $door = $this->doors[$courseid];
        return $door instanceof row_refused ? throw $door : $door;
    }

    /**
     * The person's manual enrolment.
     *
     * @param stdClass $manual the course's manual method
     * @param int $userid the person
     * @return stdClass|false
     */
    private function enrolment(stdClass $manual, int $userid): stdClass|false {
        global $DB;
        return $DB->get_record(
            'user_enrolments',
            ['enrolid' => $manual->id, 'userid' => $userid],
            'id, status, timestart, timeend'
        );
    }

    /**
     * Whether an enrolment is not as wanted.
     *
     * @param stdClass $enrolled as it is
     * @param int $start wanted
     * @param int $end wanted
     * @param int $status wanted
     * @return bool
     */
    private static function differs(stdClass $enrolled, int $start, int $end, int $status): bool {
        return $enrolled->timestart != $start || $enrolled->timeend != $end || $enrolled->status != $status;
    }
}
