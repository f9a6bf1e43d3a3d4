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

use local_kvalitetsbro\hook_callbacks;
use stdClass;

/**
 * Tests of what people see.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
#[\PHPUnit\Framework\Attributes\CoversClass(my_courses::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(course_notice::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(setup_page::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(hook_callbacks::class)]
final class pages_test extends \advanced_testcase {
    /** @var stdClass */
    private stdClass $course;

    /** @var stdClass */
    private stdClass $user;

    /** @var \local_kvalitetsbro_generator */
    private \local_kvalitetsbro_generator $generator;

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->course = $this->getDataGenerator()->create_course(['fullname' => 'Leg & læring']);
        $this->user = $this->getDataGenerator()->create_user();
        $this->generator = $this->getDataGenerator()->get_plugin_generator('local_kvalitetsbro');
        set_config('showreasons', 1, 'local_kvalitetsbro');
    }

    /**
     * The person's page as HTML.
     *
     * @return string
     */
    private function page(): string {
        global $PAGE;
        $PAGE->set_url('/local/kvalitetsbro/my.php');
        return $PAGE->get_renderer('core')->render(new my_courses((int) $this->user->id));
    }

    /**
     * What stands on the page about the course.
     *
     * @return array
     */
    private function told(): array {
        global $PAGE;
        return (new my_courses((int) $this->user->id))->export_for_template($PAGE->get_renderer('core'))['courses'][0];
    }

    public function test_a_person_reads_what_why_and_by_whom(): void {
        $leader = $this->getDataGenerator()->create_user(['firstname' => 'Karen', 'lastname' => 'Holm']);
        $this->generator->create_assignment($this->user, $this->course, [
            'reason' => 'Tema: <leg>',
            'duedate' => make_timestamp(2100, 3, 1),
            'assignedby' => $leader->id,
        ]);
        $html = $this->page();
        $this->assertStringContainsString('Leg &amp; læring', $html);
        $this->assertStringContainsString('Tema: &lt;leg&gt;', $html);
        $this->assertStringContainsString('Karen Holm', $html);
        $this->assertStringContainsString('2100', $html);
        $this->assertStringContainsString('/course/view.php?id=' . $this->course->id, $html);
        $this->assertStringContainsString(get_string('statusnotbegun', 'local_kvalitetsbro'), $html);
        $this->assertStringNotContainsString('style=', $html);
        $this->assertStringNotContainsString(get_string('overdue', 'local_kvalitetsbro'), $html);
    }

    public function test_whole_hours_have_no_decimals(): void {
        $category = $this->getDataGenerator()->create_custom_field_category([]);
        $this->getDataGenerator()->create_custom_field(['categoryid' => $category->get('id'), 'shortname' => 'hours']);
        foreach (['8.0' => '8', '3,5' => '3,5', '10' => '10', '3 timer' => '3 timer'] as $written => $shown) {
            $course = $this->getDataGenerator()->create_course(['customfield_hours' => (string) $written]);
            $this->user = $this->getDataGenerator()->create_user();
            $this->generator->create_assignment($this->user, $course);
            $this->assertSame((string) $shown, $this->told()['hours']);
        }
    }

    public function test_nothing_assigned_is_said(): void {
        $this->assertStringContainsString(get_string('mycoursesnone', 'local_kvalitetsbro'), $this->page());
    }

    public function test_status_follows_the_course(): void {
        global $DB;
        $this->generator->create_assignment($this->user, $this->course, ['duedate' => time() - DAYSECS]);
        $this->assertTrue($this->told()['overdue']);

        $DB->insert_record('user_lastaccess', [
            'userid' => $this->user->id,
            'courseid' => $this->course->id,
            'timeaccess' => time(),
        ]);
        $this->assertSame(get_string('statusbegun', 'local_kvalitetsbro'), $this->told()['status']);

        $this->generator->create_completion($this->user->id, $this->course->id, time());
        $this->assertStringContainsString('Completed', $this->told()['status']);
        $this->assertFalse($this->told()['overdue']);
    }

    public function test_a_hidden_course_has_no_link(): void {
        $this->generator->create_assignment($this->user, $this->course);
        $this->assertNotEmpty($this->told()['url']);
        course_change_visibility($this->course->id, false);
        $this->assertSame('', $this->told()['url']);
    }

    public function test_only_those_who_may_see_the_link_to_the_connector(): void {
        $sent = [];
        $this->generator->connect($sent);
        $this->assertStringNotContainsString('https://kvalitetsbro.invalid', $this->page());
        $role = create_role('Leder', 'leader', '');
        assign_capability('local/kvalitetsbro:openconnector', CAP_ALLOW, $role, \context_system::instance()->id);
        role_assign($role, $this->user->id, \context_system::instance()->id);
        $this->assertStringContainsString('https://kvalitetsbro.invalid', $this->page());
    }

    public function test_the_user_menu_leads_to_the_page(): void {
        $hook = new \core_user\hook\extend_user_menu();
        hook_callbacks::extend_user_menu($hook);
        $this->assertSame('/local/kvalitetsbro/my.php', $hook->get_navitems()[0]->url->out_as_local_url(false));
    }

    public function test_the_course_page_has_a_notice_for_those_who_were_assigned_it(): void {
        $this->generator->create_assignment($this->user, $this->course, ['reason' => 'Tema: leg']);
        $other = $this->getDataGenerator()->create_and_enrol($this->course);
        $this->assertStringContainsString('Tema: leg', $this->notices($this->user, 'course-view-topics'));
        $this->assertSame('', $this->notices($other, 'course-view-topics'));
        $this->assertSame('', $this->notices($this->user, 'mod-page-view'));
    }

    /**
     * The notices on a page of the course.
     *
     * @param stdClass $user the reader
     * @param string $pagetype the page
     * @return string
     */
    private function notices(stdClass $user, string $pagetype): string {
        global $OUTPUT, $PAGE;
        $this->setUser($user);
        $PAGE = new \moodle_page();
        $PAGE->set_course($this->course);
        $PAGE->set_url('/course/view.php', ['id' => $this->course->id]);
        $PAGE->set_pagetype($pagetype);
        $OUTPUT = $PAGE->get_renderer('core');
        hook_callbacks::show_course_notice(new \core\hook\output\before_http_headers($OUTPUT));
        return implode('', array_map(fn($notice) => $notice->get_message(), \core\notification::fetch()));
    }

    public function test_the_set_up_page_shows_steps_and_then_the_token(): void {
        global $PAGE;
        $this->setAdminUser();
        $PAGE->set_url('/local/kvalitetsbro/setup.php');
        $renderer = $PAGE->get_renderer('core');
        $html = $renderer->render(new setup_page());
        $this->assertStringContainsString(get_string('steptoken', 'local_kvalitetsbro'), $html);
        $this->assertStringNotContainsString('MOODLE_TOKEN', $html);

        \local_kvalitetsbro\local\setup::run();
        $html = $renderer->render(new setup_page());
        $this->assertStringContainsString(\local_kvalitetsbro\local\setup::token()->token, $html);
        $this->assertStringNotContainsString('style=', $html);
    }
}
