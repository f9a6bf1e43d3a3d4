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
 * Takes assignments back: ends manual enrolments and drops reasons and due dates. Every row is done or refused by
 * itself. Calling it twice changes nothing.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class unenrol_users extends external_api {
    /**
     * Takes rows.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return rows::parameters([
            'userid' => new external_value(PARAM_INT, 'Whom'),
            'courseid' => new external_value(PARAM_INT, 'From which course'),
        ]);
    }

    /**
     * Unenrols.
     *
     * @param int $expected how many rows were sent
     * @param array $rows the rows
     * @return array
     */
    public static function execute(int $expected, array $rows = []): array {
        ['expected' => $expected, 'rows' => $rows] =
            self::validate_parameters(self::execute_parameters(), compact('expected', 'rows'));
        $context = context_system::instance();
        self::validate_context($context);
        require_capability('local/kvalitetsbro:assigncourses', $context);
        $enrolments = new enrolments();
        return rows::each($expected, $rows, fn(array $row) => $enrolments->unenrol($row));
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
