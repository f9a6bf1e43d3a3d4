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

use local_kvalitetsbro\local\connector;
use local_kvalitetsbro\local\connector_key;
use local_kvalitetsbro\local\connector_trouble;
use local_kvalitetsbro\local\lti_tool;
use local_kvalitetsbro\local\platform;

/**
 * Keeps this site and the connector knowing each other's keys: a new one of either is taken up, and so is what could not be
 * told when the site was set up.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class keep_tool extends \core\task\scheduled_task {
    /**
     * What administrators see.
     *
     * @return string
     */
    public function get_name(): string {
        return get_string('taskkeeptool', 'local_kvalitetsbro');
    }

    /**
     * Takes up the connector's key, and tells it of this site.
     */
    public function execute(): void {
        if (!connector::is_set_up() || !lti_tool::find()) {
            return;
        }
        try {
            if (!connector_key::is_pasted()) {
                connector_key::paste();
            }
            platform::tell();
        } catch (connector_trouble $e) {
            mtrace(get_string('notaccepted', 'local_kvalitetsbro', $e->getMessage()));
        }
    }
}
