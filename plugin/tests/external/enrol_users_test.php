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
use stdClass;

/**
 * Tests of {@see enrol_users}.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
#[\PHPUnit\Framework\Attributes\CoversClass(enrol_users::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_kvalitetsbro\local\enrolments::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_kvalitetsbro\local\course_door::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_kvalitetsbro\local\rows::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(assignments::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_kvalitetsbro\local\due_dates::class)]
final class enrol_users_test extends \advanced_testcase {
    /** @var stdClass */
    private stdClass $course;

    /** @var stdClass */
    private stdClass $user;

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        // A row that is refused rolls back, which the transaction around a test would not survive.
        $this->preventResetByRollback();
        $this->course = $this->getDataGenerator()->create_course();
        $this->user = $this->getDataGenerator()->create_user();
        $this->getDataGenerator()->get_plugin_generator('local_kvalitetsbro')->act_as_connector();
    }

    /**
     * Enrols and returns the results.
     *
     * @param array $rows rows
     * @param bool $keepdates whether dates are kept
     * @return array
     */
    private function enrol(array $rows, bool $keepdates = true): array {
        return enrol_users::clean_returnvalue(
            enrol_users::execute_returns(),
            enrol_users::execute(count($rows), $rows, $keepdates)
        )['results'];
    }

    /**
     * A row about the course and the user.
     *
     * @param array $more further columns, or others
     * @return array
     */
    private function row(array $more = []): array {
        return $more + ['userid' => $this->user->id, 'courseid' => $this->course->id];
    }

    /**
     * The stored enrolment of the user.
     *
     * @return stdClass|false
     */
    private function enrolment(): stdClass|false {
        global $DB;
        return $DB->get_record('user_enrolments', ['userid' => $this->user->id]);
    }

    public function test_a_person_is_enrolled_as_a_learner_with_a_due_date_in_the_calendar(): void {
        global $DB;
        $leader = $this->getDataGenerator()->create_user();
        $due = time() + WEEKSECS;

        $results = $this->enrol([$this->row(['duedate' => $due, 'assignedby' => $leader->id])]);

        $this->assertSame(['index' => 0, 'status' => 'done', 'errorcode' => '', 'message' => ''], $results[0]);
        $roles = get_user_roles(\context_course::instance($this->course->id), $this->user->id);
        $this->assertSame(['student'], array_values(array_column($roles, 'shortname')));
        $assignment = assignments::find($this->user->id, $this->course->id);
        $this->assertEquals([$due, $leader->id], [$assignment->duedate, $assignment->assignedby]);
        $event = $DB->get_record('event', ['id' => $assignment->eventid], '*', MUST_EXIST);
        $this->assertEquals(
            ['user', $this->user->id, $due, 'local_kvalitetsbro'],
            [$event->eventtype, $event->userid, $event->timestart, $event->component]
        );
    }

    public function test_the_same_again_changes_nothing(): void {
        global $DB;
        $row = $this->row(['timeend' => time() + YEARSECS, 'duedate' => time() + WEEKSECS]);
        $this->enrol([$row]);
        $before = [$this->enrolment(), $DB->get_records('event'), $DB->get_records('local_kvalitetsbro_assigned')];

        $this->assertSame('already', $this->enrol([$row])[0]['status']);
        $this->assertSame('already', $this->enrol([$row], false)[0]['status']);

        $after = [$this->enrolment(), $DB->get_records('event'), $DB->get_records('local_kvalitetsbro_assigned')];
        $this->assertEquals($before, $after);
    }

    public function test_each_bad_row_is_refused_by_itself(): void {
        $generator = $this->getDataGenerator();
        $suspended = $generator->create_user(['suspended' => 1]);
        $deleted = $generator->create_user();
        delete_user($deleted);
        $unmanned = $generator->create_course();
        foreach (enrol_get_instances($unmanned->id, false) as $instance) {
            enrol_get_plugin($instance->enrol)->delete_instance($instance);
        }

        $results = $this->enrol([
            $this->row(['userid' => 999999]),
            $this->row(['userid' => $suspended->id]),
            $this->row(['userid' => $deleted->id]),
            $this->row(['userid' => guest_user()->id]),
            $this->row(['courseid' => 999999]),
            $this->row(['courseid' => SITEID]),
            $this->row(['courseid' => $unmanned->id]),
            $this->row(['roleid' => 1]),
            $this->row(['timestart' => 20, 'timeend' => 10]),
            $this->row(['duedate' => -1]),
            $this->row(['assignedby' => 999999]),
            $this->row(['reason' => str_repeat('x', 1001)]),
            $this->row(),
        ]);

        $this->assertSame([
            'invaliduser',
            'usersuspended',
            'userdeleted',
            'guestsarenotallowed',
            'invalidrecord',
            'invalidrecord',
            'nomanualenrolment',
            'wsusercannotassign',
            'datesinvalid',
            'datesinvalid',
            'assignerunknown',
            'reasontoolong',
            '',
        ], array_column($results, 'errorcode'));
        $this->assertSame(range(0, 12), array_column($results, 'index'));
        $this->assertSame('done', $results[12]['status']);
        foreach (array_slice($results, 0, 12) as $result) {
            $this->assertTrue(get_string_manager()->string_exists($result['errorcode'], 'local_kvalitetsbro'));
            $this->assertStringNotContainsString('[[', $result['message']);
        }
    }

    public function test_a_refused_row_leaves_nothing_behind(): void {
        global $DB;
        $this->getDataGenerator()->get_plugin_generator('local_kvalitetsbro')->connect();

        // The reason is looked at after the enrolment has been written.
        $this->assertSame('refused', $this->enrol([$this->row(['reason' => str_repeat('x', 1001)])])[0]['status']);

        $this->assertFalse($this->enrolment());
        $this->assertFalse($DB->record_exists('role_assignments', ['userid' => $this->user->id]));
        $this->assertFalse($DB->record_exists('local_kvalitetsbro_queue', []));
    }

    public function test_a_call_that_arrived_short_is_refused_as_a_whole(): void {
        try {
            enrol_users::execute(2, [$this->row()]);
            $this->fail('One of two rows was taken');
        } catch (\moodle_exception $e) {
            $this->assertSame('rowsmissing', $e->errorcode);
        }
        $this->assertFalse($this->enrolment());
    }

    public function test_dates_are_kept_unless_told(): void {
        $end = time() + YEARSECS;
        $this->enrol([$this->row(['timeend' => $end, 'suspend' => true])]);

        $this->assertSame('already', $this->enrol([$this->row()])[0]['status']);
        $this->assertEquals([$end, ENROL_USER_SUSPENDED], [$this->enrolment()->timeend, $this->enrolment()->status]);

        $this->assertSame('done', $this->enrol([$this->row()], false)[0]['status']);
        $this->assertEquals([0, ENROL_USER_ACTIVE], [$this->enrolment()->timeend, $this->enrolment()->status]);
    }

    public function test_a_due_date_moves_and_is_taken_back(): void {
        global $DB;
        $this->enrol([$this->row(['duedate' => 2000000000])]);
        $this->assertSame('done', $this->enrol([$this->row(['duedate' => 2100000000])])[0]['status']);
        $this->assertEquals([2100000000], $DB->get_fieldset('event', 'timestart', ['component' => 'local_kvalitetsbro']));

        $this->assertSame('done', $this->enrol([$this->row(['duedate' => 0])])[0]['status']);
        $this->assertEquals([], $DB->get_fieldset('event', 'timestart', ['component' => 'local_kvalitetsbro']));
    }

    public function test_a_reason_is_stored_only_while_reasons_are_shown(): void {
        $this->enrol([$this->row(['reason' => 'Tema: leg'])]);
        $assignment = assignments::find($this->user->id, $this->course->id);
        $this->assertNull($assignment->reason);
        $this->assertSame(get_string('neutralreasondefault', 'local_kvalitetsbro'), assignments::reason($assignment));

        set_config('showreasons', 1, 'local_kvalitetsbro');
        $this->enrol([$this->row(['reason' => 'Tema: leg'])]);
        $assignment = assignments::find($this->user->id, $this->course->id);
        $this->assertSame('Tema: leg', assignments::reason($assignment));

        set_config('showreasons', 0, 'local_kvalitetsbro');
        set_config('neutralreason', 'Kommunen ønsker det', 'local_kvalitetsbro');
        $this->assertSame('Kommunen ønsker det', assignments::reason($assignment));
    }

    public function test_others_are_refused(): void {
        $this->setUser($this->user);
        $this->expectException(\required_capability_exception::class);
        $this->enrol([$this->row()]);
    }
}
