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
 * What the plugin listens to. The observers run in the transaction of the change, see the queue.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$observers = array_map(
    fn(array $observer) => ['eventname' => $observer[0], 'callback' => 'local_kvalitetsbro\observer::' . $observer[1]],
    [
        ['\core\event\course_completed', 'course_completed'],
        ['\core\event\user_enrolment_created', 'user_enrolled'],
        ['\core\event\user_enrolment_deleted', 'user_unenrolled'],
        ['\core\event\course_created', 'course_changed'],
        ['\core\event\course_updated', 'course_changed'],
        ['\core\event\course_deleted', 'course_deleted'],
        ['\core\event\course_category_updated', 'category_changed'],
        ['\core\event\user_updated', 'user_updated'],
        ['\core\event\user_deleted', 'user_deleted'],
        ['\core\event\competency_deleted', 'competency_deleted'],
    ],
);
