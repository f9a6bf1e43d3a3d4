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
use local_kvalitetsbro\local\connector as receiver;

/**
 * Whether the connector answers and accepts what this site signs.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class connector extends check {
    #[\Override]
    public function get_action_link(): ?\action_link {
        return new \action_link(
            new \moodle_url('/admin/settings.php', ['section' => 'local_kvalitetsbro']),
            get_string('settings', 'local_kvalitetsbro')
        );
    }

    #[\Override]
    public function get_result(): result {
        if (!receiver::is_set_up()) {
            return new result(result::NA, get_string('checkconnectornone', 'local_kvalitetsbro'));
        }
        $trouble = receiver::send([]);
        return $trouble === null
            ? new result(result::OK, get_string('checkconnectorok', 'local_kvalitetsbro'))
            : new result(
                result::ERROR,
                get_string('checkconnectortrouble', 'local_kvalitetsbro'),
                s(get_string('notaccepted', 'local_kvalitetsbro', $trouble))
            );
    }
}
