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
use local_kvalitetsbro\local\completions;
use local_kvalitetsbro\local\cursor;

/**
 * Course completions after a cursor, in the order of time and id.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class get_completions extends external_api {
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
        require_capability('local/kvalitetsbro:readcompletions', $context);
        return completions::after(new cursor(...$params));
    }

    /**
     * What is returned.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        return new external_single_structure([
            'ids' => new external_value(PARAM_SEQUENCE, 'Ids of the completions; the other columns are in the same order'),
            'userids' => new external_value(PARAM_SEQUENCE, 'Who completed'),
            'courseids' => new external_value(PARAM_SEQUENCE, 'Which course'),
            'times' => new external_value(PARAM_SEQUENCE, 'When, as unix times'),
        ] + cursor::returns());
    }
}
