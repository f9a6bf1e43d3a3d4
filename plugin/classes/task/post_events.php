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

namespace local_kvalitetsbro\task;

use local_kvalitetsbro\local\queue;

/**
 * Posts queued events to the connector. While the connector does not accept them, the queue sees to further attempts.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class post_events extends \core\task\adhoc_task {
    /**
     * Posts what is queued.
     */
    public function execute(): void {
        $trouble = queue::post();
        if ($trouble !== null) {
            mtrace(get_string('notaccepted', 'local_kvalitetsbro', $trouble));
        }
    }

    /**
     * One at a time keeps the events in order.
     *
     * @return int
     */
    protected function get_default_concurrency_limit(): int {
        return 1;
    }
}
