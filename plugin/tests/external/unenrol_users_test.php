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

namespace local_kvalitetsbro\external;

use local_kvalitetsbro\local\assignments;

/**
 * Tests of {@see unenrol_users}.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
#[\PHPUnit\Framework\Attributes\CoversClass(unenrol_users::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_kvalitetsbro\local\enrolments::class)]
final class unenrol_users_test extends \advanced_testcase {
    public function test_an_assignment_is_taken_back_once(): void {
        global $DB;
        $this->resetAfterTest();
        $this->preventResetByRollback();
        $course = $this->getDataGenerator()->create_course();
        $user = $this->getDataGenerator()->create_user();
        $generator = $this->getDataGenerator()->get_plugin_generator('local_kvalitetsbro');
        $generator->create_assignment($user, $course, ['duedate' => time() + WEEKSECS]);
        $generator->act_as_connector();
        $rows = [
            ['userid' => $user->id, 'courseid' => $course->id],
            ['userid' => $user->id, 'courseid' => $course->id],
            ['userid' => 999999, 'courseid' => $course->id],
            ['userid' => $user->id, 'courseid' => 999999],
        ];

        $results = unenrol_users::clean_returnvalue(
            unenrol_users::execute_returns(),
            unenrol_users::execute(count($rows), $rows)
        )['results'];

        $this->assertSame(['done', 'already', 'refused', 'refused'], array_column($results, 'status'));
        $this->assertSame(['', '', 'invaliduser', 'invalidrecord'], array_column($results, 'errorcode'));
        $this->assertFalse(is_enrolled(\context_course::instance($course->id), $user->id));
        $this->assertFalse(assignments::find($user->id, $course->id));
        $this->assertFalse($DB->record_exists('event', ['component' => 'local_kvalitetsbro']));
    }

    public function test_others_are_refused(): void {
        $this->resetAfterTest();
        $this->setUser($this->getDataGenerator()->create_user());
        $this->expectException(\required_capability_exception::class);
        unenrol_users::execute(0, []);
    }
}
