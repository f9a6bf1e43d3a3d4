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

namespace local_kvalitetsbro\output;

use local_kvalitetsbro\local\assignments;
use local_kvalitetsbro\local\catalogue;
use local_kvalitetsbro\local\connector;
use local_kvalitetsbro\local\launch_link;
use renderer_base;
use stdClass;

/**
 * The courses that were assigned to the reader.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class my_courses implements \core\output\named_templatable, \renderable {
    /**
     * The page of one person.
     *
     * @param int $userid the reader
     */
    public function __construct(
        /** @var int the reader */
        private readonly int $userid,
    ) {
    }

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'local_kvalitetsbro/my_courses';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $assignments = assignments::of_person($this->userid);
        $fields = catalogue::fields(array_column($assignments, 'courseid'));
        $maylead = has_capability('local/kvalitetsbro:openconnector', \context_system::instance(), $this->userid);
        $canlaunch = launch_link::are_right();
        return [
            'courses' => array_values(array_map(
                fn(stdClass $assignment) => $this->course($assignment, $fields[$assignment->courseid]['hours'] ?? ''),
                $assignments
            )),
            'leadersurl' => $maylead ? ($canlaunch ? launch_link::url(launch_link::START) : connector::url()) : '',
            'ownurl' => $assignments && $canlaunch ? launch_link::url(launch_link::OWN) : '',
        ];
    }

    /**
     * One course.
     *
     * @param stdClass $assignment the assignment with its course
     * @param string $hours what the course takes
     * @return array
     */
    private function course(stdClass $assignment, string $hours): array {
        $context = \context_course::instance($assignment->courseid);
        $mayopen = $assignment->visible || has_capability('moodle/course:viewhiddencourses', $context, $this->userid);
        $date = get_string('strftimedate', 'langconfig');
        $leader = $assignment->assignedby ? \core_user::get_user($assignment->assignedby) : false;
        $overdue = !$assignment->timecompleted && $assignment->duedate && $assignment->duedate < time();
        return [
            'name' => format_string($assignment->fullname, true, ['context' => $context]),
            'url' => $mayopen ? course_get_url($assignment->courseid)->out(false) : '',
            'hours' => preg_replace('/^(\d+)[.,]0+$/', '$1', $hours), // A number field has decimals for whole hours, too.
            'duedate' => $assignment->duedate ? userdate($assignment->duedate, $date) : '',
            'overdue' => $overdue,
            'reason' => assignments::reason($assignment),
            'assignedby' => $leader && !$leader->deleted ? fullname($leader) : '',
            'status' => match (true) {
                (bool) $assignment->timecompleted =>
                    get_string('statuscompleted', 'local_kvalitetsbro', userdate($assignment->timecompleted, $date)),
                $assignment->timestarted || $assignment->timeaccess => get_string('statusbegun', 'local_kvalitetsbro'),
                default => get_string('statusnotbegun', 'local_kvalitetsbro'),
            },
        ];
    }
}
