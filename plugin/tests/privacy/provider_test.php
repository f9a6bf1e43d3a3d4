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

namespace local_kvalitetsbro\privacy;

use context_course;
use context_system;
use core_privacy\local\request\approved_contextlist;
use core_privacy\local\request\approved_userlist;
use core_privacy\local\request\userlist;
use core_privacy\local\request\writer;
use core_privacy\tests\provider_testcase;
use local_kvalitetsbro\local\assignments;
use local_kvalitetsbro\local\queue;
use stdClass;

/**
 * Tests of {@see provider}.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
#[\PHPUnit\Framework\Attributes\CoversClass(provider::class)]
final class provider_test extends provider_testcase {
    /** @var stdClass who takes the course */
    private stdClass $user;

    /** @var stdClass who assigned it */
    private stdClass $leader;

    /** @var context_course the course */
    private context_course $course;

    /** @var context_system the site */
    private context_system $site;

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $generator = $this->getDataGenerator()->get_plugin_generator('local_kvalitetsbro');
        $course = $this->getDataGenerator()->create_course();
        $this->user = $this->getDataGenerator()->create_user();
        $this->leader = $this->getDataGenerator()->create_user();
        set_config('showreasons', 1, 'local_kvalitetsbro');
        $generator->create_assignment($this->user, $course, [
            'reason' => 'Tema: leg',
            'duedate' => time() + WEEKSECS,
            'assignedby' => $this->leader->id,
        ]);
        $generator->connect();
        queue::add('user_suspended', 1700000000, $this->user->id);
        $this->course = context_course::instance($course->id);
        $this->site = context_system::instance();
    }

    /**
     * What there is about somebody.
     *
     * @param stdClass $user somebody
     * @return int[] ids of contexts
     */
    private function contexts(stdClass $user): array {
        return array_map('intval', provider::get_contexts_for_userid($user->id)->get_contextids());
    }

    /**
     * The assignment that is stored.
     *
     * @return stdClass|false
     */
    private function assignment(): stdClass|false {
        return assignments::find($this->user->id, $this->course->instanceid);
    }

    public function test_people_and_places_are_found(): void {
        $this->assertEqualsCanonicalizing([$this->course->id, $this->site->id], $this->contexts($this->user));
        $this->assertSame([(int) $this->course->id], $this->contexts($this->leader));

        $incourse = new userlist($this->course, 'local_kvalitetsbro');
        provider::get_users_in_context($incourse);
        $this->assertEqualsCanonicalizing([$this->user->id, $this->leader->id], $incourse->get_userids());
        $insite = new userlist($this->site, 'local_kvalitetsbro');
        provider::get_users_in_context($insite);
        $this->assertEquals([$this->user->id], $insite->get_userids());
    }

    public function test_everything_is_exported(): void {
        $name = [get_string('pluginname', 'local_kvalitetsbro')];
        $this->export_context_data_for_user($this->user->id, $this->course, 'local_kvalitetsbro');
        $this->export_context_data_for_user($this->user->id, $this->site, 'local_kvalitetsbro');
        $assigned = writer::with_context($this->course)->get_data($name);
        $this->assertSame('Tema: leg', $assigned->reason);
        $this->assertNotEmpty($assigned->duedate);
        $events = writer::with_context($this->site)->get_data($name)->events;
        $this->assertSame(['user_suspended'], array_column($events, 'type'));

        writer::reset();
        $this->export_context_data_for_user($this->leader->id, $this->course, 'local_kvalitetsbro');
        $writer = writer::with_context($this->course);
        $this->assertCount(1, $writer->get_related_data($name, 'assigned_to_others')->timecreated);
        $this->assertEmpty((array) $writer->get_data($name), 'Not a word of whom');
    }

    public function test_a_person_is_deleted(): void {
        global $DB;
        provider::delete_data_for_user(new approved_contextlist(
            $this->user,
            'local_kvalitetsbro',
            [$this->course->id, $this->site->id]
        ));
        $this->assertFalse($this->assignment());
        $this->assertSame(0, queue::waiting()[0]);
        $this->assertFalse($DB->record_exists('event', ['component' => 'local_kvalitetsbro']));
        $this->assertSame([], $this->contexts($this->user));
    }

    public function test_a_leader_is_deleted_and_the_assignment_stays(): void {
        provider::delete_data_for_users(new approved_userlist($this->course, 'local_kvalitetsbro', [$this->leader->id]));
        $this->assertEquals(0, $this->assignment()->assignedby);
        $this->assertSame([], $this->contexts($this->leader));
    }

    public function test_everybody_in_a_place_is_deleted(): void {
        provider::delete_data_for_all_users_in_context($this->course);
        $this->assertFalse($this->assignment());
        $this->assertSame(1, queue::waiting()[0]);
        provider::delete_data_for_all_users_in_context($this->site);
        $this->assertSame(0, queue::waiting()[0]);
    }

    public function test_every_stored_field_is_told(): void {
        $collection = provider::get_metadata(new \core_privacy\local\metadata\collection('local_kvalitetsbro'));
        $strings = get_string_manager();
        foreach ($collection->get_collection() as $item) {
            $this->assertTrue($strings->string_exists($item->get_summary(), 'local_kvalitetsbro'), $item->get_summary());
            foreach ($item->get_privacy_fields() ?? [] as $string) {
                $this->assertTrue($strings->string_exists($string, 'local_kvalitetsbro'), $string);
            }
        }
    }
}
