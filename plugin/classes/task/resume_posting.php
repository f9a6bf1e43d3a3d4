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
 * Looks whether events wait that no task will post, as after a server that died.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class resume_posting extends \core\task\scheduled_task {
    /**
     * What administrators see.
     *
     * @return string
     */
    public function get_name(): string {
        return get_string('taskresumeposting', 'local_kvalitetsbro');
    }

    /**
     * Has the queue posted if anything is in it.
     */
    public function execute(): void {
        [$events] = queue::waiting();
        if ($events) {
            queue::schedule();
        }
    }
}
