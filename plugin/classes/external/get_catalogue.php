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
use core_external\external_multiple_structure;
use core_external\external_single_structure;
use core_external\external_value;
use local_kvalitetsbro\local\catalogue;
use local_kvalitetsbro\local\cursor;

/**
 * Courses that changed after a cursor, with hours, format and themes, and all categories.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class get_catalogue extends external_api {
    /**
     * Takes a cursor.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters(cursor::parameters());
    }

    /**
     * Reads one page.
     *
     * @param int $since unix time of the last row read
     * @param int $afterid id of the last row read
     * @param int $limit rows wanted
     * @return array
     */
    public static function execute(int $since, int $afterid, int $limit): array {
        $params = self::validate_parameters(self::execute_parameters(), compact('since', 'afterid', 'limit'));
        $context = context_system::instance();
        self::validate_context($context);
        require_capability('local/kvalitetsbro:readcatalogue', $context);
        return catalogue::after(new cursor(...$params));
    }

    /**
     * What is returned.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        return new external_single_structure([
            'courses' => new external_multiple_structure(new external_single_structure([
                'id' => new external_value(PARAM_INT, 'Id of the course'),
                'categoryid' => new external_value(PARAM_INT, 'Its category'),
                'shortname' => new external_value(PARAM_RAW, 'Short name, formatted for HTML'),
                'fullname' => new external_value(PARAM_RAW, 'Full name, formatted for HTML'),
                'idnumber' => new external_value(PARAM_RAW, 'The municipality\'s code, may be empty'),
                'visible' => new external_value(PARAM_BOOL, 'Whether learners can see it'),
                'completion' => new external_value(PARAM_BOOL, 'Whether it tracks completion'),
                'hours' => new external_value(PARAM_RAW, 'The field for hours as text, may be empty'),
                'format' => new external_value(PARAM_RAW, 'The field for the format as text, may be empty'),
                'timemodified' => new external_value(PARAM_INT, 'When it or a link to a theme last changed'),
                'themes' => new external_multiple_structure(new external_single_structure([
                    'code' => new external_value(PARAM_RAW, 'Code of the theme'),
                    'state' => new external_value(
                        PARAM_ALPHA,
                        'attached by the connector, proposed by a link made in Moodle, or removed in Moodle'
                    ),
                ])),
            ])),
            'categories' => new external_multiple_structure(new external_single_structure([
                'id' => new external_value(PARAM_INT, 'Id of the category'),
                'parentid' => new external_value(PARAM_INT, 'The category that it is in, 0 for none'),
                'name' => new external_value(PARAM_RAW, 'Name, formatted for HTML'),
                'idnumber' => new external_value(PARAM_RAW, 'Id number, may be empty'),
                'visible' => new external_value(PARAM_BOOL, 'Whether it is shown'),
            ])),
            'total' => new external_value(PARAM_INT, 'How many courses the site has'),
        ] + cursor::returns());
    }
}
