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

use context_system;
use core_external\external_api;
use core_external\external_function_parameters;
use core_external\external_single_structure;
use core_external\external_value;
use local_kvalitetsbro\local\enrolments;
use local_kvalitetsbro\local\rows;

/**
 * Assigns courses: enrols people by the manual method and keeps the reason and the due date. Every row is done or
 * refused by itself. Calling it twice changes nothing.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class enrol_users extends external_api {
    /**
     * Takes rows.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return rows::parameters([
            'userid' => new external_value(PARAM_INT, 'Whom'),
            'courseid' => new external_value(PARAM_INT, 'In which course'),
            'roleid' => new external_value(PARAM_INT, 'As what; without it as the course\'s manual method says', VALUE_OPTIONAL),
            'timestart' => new external_value(PARAM_INT, 'When the enrolment begins, unix time', VALUE_OPTIONAL),
            'timeend' => new external_value(PARAM_INT, 'When the enrolment ends, unix time', VALUE_OPTIONAL),
            'suspend' => new external_value(PARAM_BOOL, 'Whether to enrol without access', VALUE_OPTIONAL),
            'reason' => new external_value(PARAM_TEXT, 'Why, for the person to read', VALUE_OPTIONAL),
            'duedate' => new external_value(PARAM_INT, 'By when, unix time; 0 takes a due date back', VALUE_OPTIONAL),
            'assignedby' => new external_value(PARAM_INT, 'The account of the leader who assigns it', VALUE_OPTIONAL),
        ], [
            'keepdates' => new external_value(
                PARAM_BOOL,
                'Whether somebody who is enrolled keeps start, end and suspension',
                VALUE_DEFAULT,
                true
            ),
        ]);
    }

    /**
     * Enrols.
     *
     * @param int $expected how many rows were sent
     * @param array $rows the rows
     * @param bool $keepdates whether somebody who is enrolled keeps start, end and suspension
     * @return array
     */
    public static function execute(int $expected, array $rows = [], bool $keepdates = true): array {
        [
            'expected' => $expected,
            'rows' => $rows,
            'keepdates' => $keepdates,
        ] = self::validate_parameters(self::execute_parameters(), compact('expected', 'rows', 'keepdates'));
        $context = context_system::instance();
        self::validate_context($context);
        require_capability('local/kvalitetsbro:assigncourses', $context);
        $enrolments = new enrolments();
        return rows::each($expected, $rows, fn(array $row) => $enrolments->enrol($row, $keepdates));
    }

    /**
     * What is returned.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        return rows::returns();
    }
}
