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

namespace local_kvalitetsbro\output;

use local_kvalitetsbro\local\connector;
use local_kvalitetsbro\local\setup;
use renderer_base;

/**
 * What the set-up has done and what is missing.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class setup_page implements \core\output\named_templatable, \renderable {
    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'local_kvalitetsbro/setup';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        global $CFG;
        $steps = setup::check();
        $complete = !in_array(false, $steps, true);
        return [
            'steps' => array_map(
                fn(string $name, bool $done) => ['name' => get_string("step$name", 'local_kvalitetsbro'), 'done' => $done],
                array_keys($steps),
                array_values($steps)
            ),
            'complete' => $complete,
            'address' => $CFG->wwwroot,
            'token' => setup::token()?->token,
            'secret' => (string) get_config('local_kvalitetsbro', 'secret'),
            'connector' => connector::url(),
            'settingsurl' => (new \moodle_url('/admin/settings.php', ['section' => 'local_kvalitetsbro']))->out(false),
            'actionurl' => (new \moodle_url('/local/kvalitetsbro/setup.php'))->out(false),
            'sesskey' => sesskey(),
        ];
    }
}
