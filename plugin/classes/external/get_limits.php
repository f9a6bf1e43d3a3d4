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
use local_kvalitetsbro\local\cursor;

/**
 * How much a call may hold, which versions are installed, and what time it is here.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class get_limits extends external_api {
    /**
     * Takes nothing.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return new external_function_parameters([]);
    }

    /**
     * Tells the limits.
     *
     * @return array
     */
    public static function execute(): array {
        global $CFG;
        self::validate_parameters(self::execute_parameters(), []);
        $context = context_system::instance();
        self::validate_context($context);
        require_capability('local/kvalitetsbro:readcatalogue', $context);
        return [
            'maxinputvars' => (int) ini_get('max_input_vars'),
            'pagesize' => cursor::MAX_LIMIT,
            'moodleversion' => (string) $CFG->version,
            'moodlerelease' => $CFG->release,
            'pluginversion' => (string) get_config('local_kvalitetsbro', 'version'),
            'now' => time(),
        ];
    }

    /**
     * What is returned.
     *
     * @return external_single_structure
     */
    public static function execute_returns(): external_single_structure {
        return new external_single_structure([
            'maxinputvars' => new external_value(PARAM_INT, 'Values that PHP takes in one call; it drops the rest'),
            'pagesize' => new external_value(PARAM_INT, 'Most rows in one page'),
            'moodleversion' => new external_value(PARAM_RAW, 'Version of Moodle'),
            'moodlerelease' => new external_value(PARAM_RAW, 'The same for people'),
            'pluginversion' => new external_value(PARAM_RAW, 'Version of this plugin'),
            'now' => new external_value(PARAM_INT, 'Unix time on this server'),
        ]);
    }
}
