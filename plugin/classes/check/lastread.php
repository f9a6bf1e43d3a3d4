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
use local_kvalitetsbro\local\setup;

/**
 * When the connector last used its token. Moodle notes it to the minute.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class lastread extends check {
    #[\Override]
    public function get_result(): result {
        $token = setup::token();
        if (!$token) {
            return new result(result::NA, get_string('checklastreadnotoken', 'local_kvalitetsbro'));
        }
        if (!$token->lastaccess) {
            return new result(result::WARNING, get_string('checklastreadnever', 'local_kvalitetsbro'));
        }
        $late = $token->lastaccess < time() - DAYSECS;
        return new result(
            $late ? result::WARNING : result::OK,
            get_string('checklastreadtime', 'local_kvalitetsbro', userdate($token->lastaccess))
        );
    }
}
