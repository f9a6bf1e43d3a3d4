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
 * Whether every step of the set-up still holds; the token is one of them.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class setup extends check {
    #[\Override]
    public function get_action_link(): ?\action_link {
        return new \action_link(
            new \moodle_url('/local/kvalitetsbro/setup.php'),
            get_string('setup', 'local_kvalitetsbro')
        );
    }

    #[\Override]
    public function get_result(): result {
        $missing = array_keys(array_filter(\local_kvalitetsbro\local\setup::check(), fn(bool $done) => !$done));
        if (!$missing) {
            return new result(result::OK, get_string('checksetupok', 'local_kvalitetsbro'));
        }
        $names = array_map(fn(string $step) => get_string("step$step", 'local_kvalitetsbro'), $missing);
        return new result(
            result::ERROR,
            get_string('checksetupmissing', 'local_kvalitetsbro', count($missing)),
            \html_writer::alist($names)
        );
    }
}
