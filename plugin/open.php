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

/**
 * Opens the connector, which knows then who comes.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../config.php');

use local_kvalitetsbro\local\launch_link;

$page = optional_param('page', launch_link::START, PARAM_ALPHANUMEXT);

require_login(null, false);
if (isguestuser()) {
    throw new moodle_exception('noguest');
}
$PAGE->set_context(context_system::instance());
$PAGE->set_url('/local/kvalitetsbro/open.php', ['page' => $page]);

echo launch_link::form($page);
