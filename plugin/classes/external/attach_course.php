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

namespace local_kvalitetsbro\external;

use core_external\external_api;
use core_external\external_function_parameters;
use core_external\external_single_structure;
use core_external\external_value;
use local_kvalitetsbro\local\themes;

/**
 * Attaches a course to a theme. A link that somebody made in Moodle is accepted by it. Calling it twice changes nothing.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class attach_course extends external_api {
    /**
     * Takes a course and a theme.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([
            'courseid' => new external_value(PARAM_INT, 'Id of the course'),
            'themecode' => new external_value(PARAM_RAW_TRIMMED, 'Code of the theme'),
        ]);
    }

    /**
     * Attaches.
     *
     * @param int $courseid the course
     * @param string $themecode the theme
     * @return array
     */
    public static function execute(int $courseid, string $themecode): array {
        ['courseid' => $courseid, 'themecode' => $themecode] =
            self::validate_parameters(self::execute_parameters(), compact('courseid', 'themecode'));
        $context = \context_course::instance($courseid, IGNORE_MISSING)
            ?: throw new \moodle_exception('invalidrecord', 'local_kvalitetsbro', '', $courseid);
        self::validate_context($context);
        require_capability('local/kvalitetsbro:attachcourse', $context);
        return ['changed' => themes::attach($courseid, $themecode)];
    }

    /**
     * What is returned.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        return new external_single_structure([
            'changed' => new external_value(PARAM_BOOL, 'Whether it was not attached before'),
        ]);
    }
}
