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

use context_course;
use stdClass;

/**
 * A course into which the caller may enrol people: its manual method, and the roles that may be given there.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class course_door {
    /**
     * See {@see self::open()}.
     *
     * @param stdClass $course the course
     * @param context_course $context its context
     * @param stdClass $manual its manual method
     * @param array $roles the roles that the caller may assign there, by id
     */
    private function __construct(
        /** @var stdClass the course */
        public readonly stdClass $course,
        /** @var context_course its context */
        public readonly context_course $context,
        /** @var stdClass its manual method */
        public readonly stdClass $manual,
        /** @var array the roles that the caller may assign there, by id */
        private readonly array $roles,
    ) {
    }

    /**
     * Looks up everything that rows about the course need.
     *
     * @param int $courseid the course
     * @return self
     * @throws row_refused when nobody can be enrolled there by the caller
     */
    public static function open(int $courseid): self {
        global $DB;
        $course = $courseid == SITEID ? false : $DB->get_record('course', ['id' => $courseid]);
        if (!$course) {
            throw new row_refused('invalidrecord', $courseid);
        }
        // A course that is being deleted loses its enrolment methods first, and then everybody who got in before that.
        $context = context_course::instance($courseid);
        try {
            \core_external\external_api::validate_context($context);
        } catch (\moodle_exception $e) {
            throw new row_refused('courseclosed', $courseid);
        }
        if (!has_capability('enrol/manual:enrol', $context)) {
            throw new row_refused('maynotenrol', $courseid);
        }
        foreach (enrol_get_instances($courseid, true) as $instance) {
            if ($instance->enrol === 'manual') {
                return new self($course, $context, $instance, get_assignable_roles($context));
            }
        }
        throw new row_refused('nomanualenrolment', $courseid);
    }

    /**
     * A role that may be given here.
     *
     * @param int $wanted the role, or 0 for the one that the course's manual method gives
     * @return int
     */
    public function role(int $wanted): int {
        $role = $wanted ?: (int) $this->manual->roleid;
        if (!isset($this->roles[$role])) {
            throw new row_refused('wsusercannotassign', ['role' => $role, 'course' => $this->course->id]);
        }
        return $role;
    }
}
