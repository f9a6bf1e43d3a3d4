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

use core_competency\api;
use core_competency\competency;
use core_competency\course_competency;
use local_kvalitetsbro\local\themes;
use stdClass;

/**
 * Tests of {@see attach_course} and {@see detach_course}.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
#[\PHPUnit\Framework\Attributes\CoversClass(attach_course::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(detach_course::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(themes::class)]
final class attach_course_test extends \advanced_testcase {
    /** @var stdClass */
    private stdClass $course;

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->course = $this->getDataGenerator()->create_course();
        $this->getDataGenerator()->get_plugin_generator('local_kvalitetsbro')->act_as_connector();
        set_themes::execute(2, [['code' => 'LEG', 'name' => 'Leg'], ['code' => 'SPR', 'name' => 'Sprog']]);
    }

    /**
     * The themes of the course.
     *
     * @return array state by code
     */
    private function themes(): array {
        return array_column(themes::of_courses([$this->course->id])[$this->course->id] ?? [], 'state', 'code');
    }

    /**
     * Somebody links the course to a theme in Moodle.
     *
     * @param string $code the theme
     * @return course_competency
     */
    private function link_in_moodle(string $code): course_competency {
        $competency = competency::get_record(['idnumber' => $code]);
        api::add_competency_to_course($this->course->id, $competency->get('id'));
        return course_competency::get_record(['courseid' => $this->course->id, 'competencyid' => $competency->get('id')]);
    }

    public function test_attaching_links_the_course_to_the_competency_once(): void {
        $this->assertTrue(attach_course::execute($this->course->id, 'LEG')['changed']);
        $this->assertFalse(attach_course::execute($this->course->id, 'LEG')['changed']);
        $this->assertSame(1, course_competency::count_records(['courseid' => $this->course->id]));
        $this->assertSame(['LEG' => 'attached'], $this->themes());
    }

    public function test_detaching_removes_the_link_once(): void {
        attach_course::execute($this->course->id, 'LEG');
        $this->assertTrue(detach_course::execute($this->course->id, 'LEG')['changed']);
        $this->assertFalse(detach_course::execute($this->course->id, 'LEG')['changed']);
        $this->assertSame(0, course_competency::count_records(['courseid' => $this->course->id]));
    }

    public function test_a_link_made_in_moodle_is_a_proposal_until_it_is_accepted(): void {
        $link = $this->link_in_moodle('SPR');
        $this->assertSame(['SPR' => 'proposed'], $this->themes());

        $this->assertTrue(attach_course::execute($this->course->id, 'SPR')['changed']);
        $this->assertSame(['SPR' => 'attached'], $this->themes());
        $kept = new course_competency($link->get('id'));
        $this->assertEquals(course_competency::OUTCOME_EVIDENCE, $kept->get('ruleoutcome'));
    }

    public function test_a_proposal_can_be_turned_down(): void {
        $this->link_in_moodle('SPR');
        $this->assertTrue(detach_course::execute($this->course->id, 'SPR')['changed']);
        $this->assertSame([], $this->themes());
    }

    public function test_a_link_removed_in_moodle_is_told(): void {
        attach_course::execute($this->course->id, 'LEG');
        api::remove_competency_from_course($this->course->id, competency::get_record(['idnumber' => 'LEG'])->get('id'));
        $this->assertSame(['LEG' => 'removed'], $this->themes());
    }

    public function test_completion_gives_evidence_only_when_the_setting_says_so(): void {
        global $CFG;
        require_once($CFG->dirroot . '/local/kvalitetsbro/lib.php');
        attach_course::execute($this->course->id, 'LEG');
        $proposed = $this->link_in_moodle('SPR');
        attach_course::execute($this->course->id, 'SPR');
        $link = course_competency::get_record([
            'courseid' => $this->course->id,
            'competencyid' => competency::get_record(['idnumber' => 'LEG'])->get('id'),
        ]);
        $this->assertEquals(course_competency::OUTCOME_NONE, $link->get('ruleoutcome'));

        set_config('evidence', 1, 'local_kvalitetsbro');
        local_kvalitetsbro_evidence_changed();
        $this->assertEquals(
            course_competency::OUTCOME_EVIDENCE,
            (new course_competency($link->get('id')))->get('ruleoutcome')
        );

        set_config('evidence', 0, 'local_kvalitetsbro');
        local_kvalitetsbro_evidence_changed();
        $this->assertEquals(course_competency::OUTCOME_NONE, (new course_competency($link->get('id')))->get('ruleoutcome'));
        $this->assertEquals(
            course_competency::OUTCOME_EVIDENCE,
            (new course_competency($proposed->get('id')))->get('ruleoutcome'),
            'What was chosen in Moodle stays'
        );
    }

    public function test_an_unknown_theme_is_refused(): void {
        $this->expectExceptionMessage(get_string('themeunknown', 'local_kvalitetsbro', 'NO'));
        attach_course::execute($this->course->id, 'NO');
    }

    public function test_an_unknown_course_is_refused(): void {
        $this->expectExceptionMessage(get_string('invalidrecord', 'local_kvalitetsbro', 999999));
        attach_course::execute(999999, 'LEG');
    }

    public function test_others_are_refused(): void {
        $teacher = $this->getDataGenerator()->create_and_enrol($this->course, 'editingteacher');
        $this->setUser($teacher);
        $this->expectException(\required_capability_exception::class);
        attach_course::execute($this->course->id, 'LEG');
    }
}
