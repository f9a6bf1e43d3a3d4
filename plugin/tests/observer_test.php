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

use local_kvalitetsbro\local\assignments;
use local_kvalitetsbro\local\queue;
use stdClass;

/**
 * Tests of {@see observer}.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
#[\PHPUnit\Framework\Attributes\CoversClass(observer::class)]
final class observer_test extends \advanced_testcase {
    /** @var stdClass */
    private stdClass $course;

    /** @var stdClass */
    private stdClass $user;

    /** @var stdClass */
    private stdClass $assignment;

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->setAdminUser();
        $generator = $this->getDataGenerator()->get_plugin_generator('local_kvalitetsbro');
        $this->course = $this->getDataGenerator()->create_course(['enablecompletion' => 1]);
        $this->user = $this->getDataGenerator()->create_user(['idnumber' => 'P1']);
        $leader = $this->getDataGenerator()->create_user();
        $this->assignment = $generator->create_assignment($this->user, $this->course, [
            'duedate' => time() + WEEKSECS,
            'assignedby' => $leader->id,
        ]);
        $generator->connect();
    }

    /**
     * The events that were queued.
     *
     * @param string $type only of this type
     * @return array
     */
    private function queued(string $type): array {
        global $DB;
        return array_map(
            fn($row) => [(int) $row->userid, (int) $row->courseid, json_decode($row->details ?? '[]', true)],
            array_values($DB->get_records(queue::TABLE, ['type' => $type], 'id'))
        );
    }

    /**
     * Whether the due date is in the calendar.
     *
     * @return bool
     */
    private function due_date_is_shown(): bool {
        global $DB;
        return $DB->record_exists('event', ['id' => $this->assignment->eventid]);
    }

    public function test_a_completion_is_told_and_the_due_date_goes(): void {
        global $CFG, $DB;
        require_once($CFG->dirroot . '/completion/completion_completion.php');
        $this->assertTrue($this->due_date_is_shown());
        $this->redirectMessages();
        (new \completion_completion(['userid' => $this->user->id, 'course' => $this->course->id]))->mark_complete(1700000000);

        $id = (int) $DB->get_field('course_completions', 'id', ['userid' => $this->user->id]);
        $this->assertSame(
            [[(int) $this->user->id, (int) $this->course->id, ['completionid' => $id, 'timecompleted' => 1700000000]]],
            $this->queued('course_completed')
        );
        $this->assertFalse($this->due_date_is_shown());
        $this->assertNotFalse(assignments::find($this->user->id, $this->course->id));
    }

    public function test_an_enrolment_is_told(): void {
        $other = $this->getDataGenerator()->create_and_enrol($this->course);
        $this->assertSame(
            [[(int) $other->id, (int) $this->course->id, ['method' => 'manual']]],
            $this->queued('user_enrolled')
        );
    }

    public function test_with_the_last_enrolment_the_assignment_goes(): void {
        $this->getDataGenerator()->enrol_user($this->user->id, $this->course->id, 'student', 'self');
        foreach (['self' => false, 'manual' => true] as $method => $last) {
            foreach (enrol_get_instances($this->course->id, false) as $instance) {
                if ($instance->enrol === $method) {
                    enrol_get_plugin($method)->unenrol_user($instance, $this->user->id);
                }
            }
            $this->assertSame($last, !assignments::find($this->user->id, $this->course->id));
        }
        $this->assertSame(
            [['method' => 'self', 'last' => false], ['method' => 'manual', 'last' => true]],
            array_column($this->queued('user_unenrolled'), 2)
        );
        $this->assertFalse($this->due_date_is_shown());
    }

    public function test_a_changed_course_is_told(): void {
        update_course((object) ['id' => $this->course->id, 'fullname' => 'Nyt navn']);
        $new = $this->getDataGenerator()->create_course();
        $this->assertSame(
            [[0, (int) $this->course->id, []], [0, (int) $new->id, []]],
            $this->queued('course_changed')
        );
    }

    public function test_a_deleted_course_is_told_and_takes_its_assignments_along(): void {
        delete_course($this->course, false);
        $this->assertSame([[0, (int) $this->course->id, []]], $this->queued('course_deleted'));
        $this->assertFalse(assignments::find($this->user->id, $this->course->id));
        $this->assertFalse($this->due_date_is_shown());
    }

    public function test_a_changed_category_is_told(): void {
        $category = \core_course_category::get($this->course->category);
        $category->hide();
        $this->assertSame([[0, 0, ['categoryid' => (int) $category->id]]], $this->queued('category_changed'));
    }

    public function test_a_suspended_account_is_told(): void {
        global $CFG;
        require_once($CFG->dirroot . '/user/lib.php');
        user_update_user((object) ['id' => $this->user->id, 'firstname' => 'Maja'], false);
        $this->assertSame([], $this->queued('user_suspended'));
        user_update_user((object) ['id' => $this->user->id, 'suspended' => 1], false);
        $this->assertSame([[(int) $this->user->id, 0, []]], $this->queued('user_suspended'));
    }

    public function test_a_deleted_account_is_told_with_its_id_number(): void {
        delete_user($this->user);
        $this->assertSame([[(int) $this->user->id, 0, ['idnumber' => 'P1']]], $this->queued('user_deleted'));
        $this->assertFalse(assignments::find($this->user->id, $this->course->id));
        $this->assertFalse($this->due_date_is_shown());
    }

    public function test_the_name_of_a_deleted_leader_is_forgotten(): void {
        delete_user(\core_user::get_user($this->assignment->assignedby));
        $this->assertEquals(0, assignments::find($this->user->id, $this->course->id)->assignedby);
    }

    public function test_what_is_rolled_back_is_not_told(): void {
        global $DB;
        $this->preventResetByRollback();
        $transaction = $DB->start_delegated_transaction();
        update_course((object) ['id' => $this->course->id, 'fullname' => 'Nyt navn']);
        $this->assertCount(1, $this->queued('course_changed'));
        try {
            $transaction->rollback(new \Exception('no'));
        } catch (\Exception) {
            $this->assertSame([], $this->queued('course_changed'));
        }
    }
}
