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

namespace local_kvalitetsbro\local;

/**
 * Moodle's HTTP client as the connector is spoken to.
 *
 * Moodle's list of blocked hosts is for addresses that users type. This one is an administrator's, and a connector
 * often stands on an inner network that the list blocks. Nothing is followed elsewhere: the message is signed for one
 * receiver.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class connector_client extends \core\http_client {
    /**
     * A client that waits for seconds, not for ever.
     *
     * @param array $config further options
     */
    public function __construct(array $config = []) {
        parent::__construct($config + [
            'ignoresecurity' => true,
            'allow_redirects' => false,
            'http_errors' => false,
            'connect_timeout' => 5,
            'timeout' => 20,
        ]);
    }
}
