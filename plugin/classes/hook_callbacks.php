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

namespace local_kvalitetsbro;

use core\output\notification;
use local_kvalitetsbro\local\assignments;
use local_kvalitetsbro\output\course_notice;

/**
 * What the plugin shows in Moodle's own pages.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class hook_callbacks {
    /**
     * A link to the person's own page in the user menu.
     *
     * @param \core_user\hook\extend_user_menu $hook the menu
     */
    public static function extend_user_menu(\core_user\hook\extend_user_menu $hook): void {
        $hook->add_navitem((object) [
            'itemtype' => 'link',
            'url' => new \moodle_url('/local/kvalitetsbro/my.php'),
            'title' => get_string('mycourses', 'local_kvalitetsbro'),
            'titleidentifier' => 'mycourses,local_kvalitetsbro',
        ]);
    }

    /**
     * A notice on the course page for those whom the course was assigned to.
     *
     * @param \core\hook\output\before_http_headers $hook the page
     */
    public static function show_course_notice(\core\hook\output\before_http_headers $hook): void {
        global $USER;
        $page = $hook->renderer->get_page();
        if (!str_starts_with($page->pagetype, 'course-view') || $page->course->id == SITEID || !isloggedin()) {
            return;
        }
        $assignment = assignments::find($USER->id, $page->course->id);
        if ($assignment) {
            $text = $hook->renderer->render(new course_notice($assignment));
            \core\notification::add($text, notification::NOTIFY_INFO);
        }
    }
}
