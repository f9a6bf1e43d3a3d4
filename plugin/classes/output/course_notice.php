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
use renderer_base;
use stdClass;

/**
 * Why and by when the reader takes this course.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class course_notice implements \core\output\named_templatable, \renderable {
    /**
     * A notice about one assignment.
     *
     * @param stdClass $assignment the reader's
     */
    public function __construct(
        /** @var stdClass the reader's assignment */
        private readonly stdClass $assignment,
    ) {
    }

    #[\Override]
    public function get_template_name(renderer_base $renderer): string {
        return 'local_kvalitetsbro/course_notice';
    }

    #[\Override]
    public function export_for_template(renderer_base $output): array {
        $due = (int) $this->assignment->duedate;
        return [
            'reason' => assignments::reason($this->assignment),
            'duedate' => $due ? userdate($due, get_string('strftimedate', 'langconfig')) : '',
            'url' => (new \moodle_url('/local/kvalitetsbro/my.php'))->out(false),
        ];
    }
}
