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

namespace local_kvalitetsbro\check;

use core\check\check;
use core\check\result;

/**
 * Whether the plugin has been tried on this version of Moodle. On a later one it works on, and says so here.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class moodleversion extends check {
    #[\Override]
    public function get_result(): result {
        global $CFG;
        $supported = \core_plugin_manager::instance()->get_plugin_info('local_kvalitetsbro')->pluginsupported ?? [];
        $tried = !$supported || (int) $CFG->branch <= max($supported);
        return new result(
            $tried ? result::OK : result::WARNING,
            get_string($tried ? 'checkmoodleversionok' : 'checkmoodleversionlater', 'local_kvalitetsbro', $CFG->release)
        );
    }
}
