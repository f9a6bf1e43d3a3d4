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
 * Callbacks that Moodle finds by name.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

/**
 * The plugin's part of Site administration > Reports > System status.
 *
 * @return \core\check\check[]
 */
function local_kvalitetsbro_status_checks(): array {
    return [
        new \local_kvalitetsbro\check\setup(),
        new \local_kvalitetsbro\check\connector(),
        new \local_kvalitetsbro\check\queue(),
        new \local_kvalitetsbro\check\lastread(),
        new \local_kvalitetsbro\check\moodleversion(),
    ];
}

/**
 * A link to the person's own page on the profile.
 *
 * @param \core_user\output\myprofile\tree $tree the profile
 * @param stdClass $user whose profile it is
 * @param bool $iscurrentuser whether they look at their own
 * @param stdClass|null $course the course that they come from
 */
function local_kvalitetsbro_myprofile_navigation(
    \core_user\output\myprofile\tree $tree,
    stdClass $user,
    bool $iscurrentuser,
    ?stdClass $course
): void {
    if ($iscurrentuser && !isguestuser($user)) {
        $tree->add_node(new \core_user\output\myprofile\node(
            'miscellaneous',
            'local_kvalitetsbro',
            get_string('mycourses', 'local_kvalitetsbro'),
            null,
            new moodle_url('/local/kvalitetsbro/my.php')
        ));
    }
}

/**
 * The setting for evidence was changed.
 */
function local_kvalitetsbro_evidence_changed(): void {
    \local_kvalitetsbro\local\themes::apply_evidence_setting();
}
