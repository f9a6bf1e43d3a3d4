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
use local_kvalitetsbro\local\rows;
use local_kvalitetsbro\local\themes;

/**
 * Writes themes into the competency framework of Kvalitetsbro. Every row is done or refused by itself. Calling it
 * twice changes nothing, and no theme is ever removed.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class set_themes extends external_api {
    /**
     * Takes rows.
     *
     * @return external_function_parameters
     */
    public static function execute_parameters(): external_function_parameters {
        return rows::parameters([
            'code' => new external_value(PARAM_RAW_TRIMMED, 'Code of the theme'),
            'name' => new external_value(PARAM_TEXT, 'Name of the theme'),
            'description' => new external_value(PARAM_TEXT, 'What it is about', VALUE_DEFAULT, ''),
        ]);
    }

    /**
     * Writes the themes.
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
        require_capability('local/kvalitetsbro:managethemes', $context);
        \core_competency\api::require_enabled();
        return rows::each($expected, $rows, fn(array $row) => themes::write($row));
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
