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
 * Whether events reach the connector in time.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class queue extends check {
    #[\Override]
    public function get_result(): result {
        [$events, $age] = \local_kvalitetsbro\local\queue::waiting();
        if (!$events) {
            return new result(result::OK, get_string('checkqueueempty', 'local_kvalitetsbro'));
        }
        $status = match (true) {
            $age > DAYSECS => result::ERROR,
            $age > 15 * MINSECS => result::WARNING,
            default => result::OK,
        };
        return new result($status, get_string(
            'checkqueuewaiting',
            'local_kvalitetsbro',
            ['events' => $events, 'age' => format_time($age)]
        ));
    }
}
