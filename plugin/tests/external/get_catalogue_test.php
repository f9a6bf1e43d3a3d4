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

/**
 * Tests of {@see get_catalogue}.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
#[\PHPUnit\Framework\Attributes\CoversClass(get_catalogue::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_kvalitetsbro\local\catalogue::class)]
final class get_catalogue_test extends \advanced_testcase {
    /**
     * Reads a page as a caller gets it.
     *
     * @param int $since the cursor's time
     * @param int $afterid the cursor's id
     * @return array
     */
    private function read(int $since = 0, int $afterid = 0): array {
        return get_catalogue::clean_returnvalue(
            get_catalogue::execute_returns(),
            get_catalogue::execute($since, $afterid, 100)
        );
    }

    public function test_a_course_comes_with_its_fields(): void {
        $this->resetAfterTest();
        $generator = $this->getDataGenerator();
        $fields = $generator->create_custom_field_category(['component' => 'core_course', 'area' => 'course']);
        foreach (['hours', 'format', 'other'] as $name) {
            $generator->create_custom_field(['categoryid' => $fields->get('id'), 'shortname' => $name, 'type' => 'text']);
        }
        $category = $generator->create_category(['name' => 'Kvalitet', 'idnumber' => 'KVAL', 'visible' => 0]);
        $course = $generator->create_course([
            'fullname' => 'Leg & læring',
            'idnumber' => 'K001',
            'category' => $category->id,
            'visible' => 0,
            'customfield_hours' => '3,5',
            'customfield_format' => 'Workshop',
            'customfield_other' => 'x',
        ]);
        $generator->get_plugin_generator('local_kvalitetsbro')->act_as_connector();

        $catalogue = $this->read();

        $this->assertSame(1, $catalogue['total']);
        $told = $catalogue['courses'][0];
        $this->assertSame((int) $course->id, $told['id']);
        $this->assertSame('Leg &amp; læring', $told['fullname']);
        $this->assertSame(['K001', false, '3,5', 'Workshop'], [
            $told['idnumber'],
            $told['visible'],
            $told['hours'],
            $told['format'],
        ]);
        $categories = array_column($catalogue['categories'], null, 'id');
        $this->assertSame(['KVAL', false], [
            $categories[$category->id]['idnumber'],
            $categories[$category->id]['visible'],
        ]);
    }

    public function test_only_courses_that_changed_are_told(): void {
        global $DB;
        $this->resetAfterTest();
        $old = $this->getDataGenerator()->create_course();
        $new = $this->getDataGenerator()->create_course();
        $DB->set_field('course', 'timemodified', 1000, ['id' => $old->id]);
        $DB->set_field('course', 'timemodified', 2000, ['id' => $new->id]);
        $this->getDataGenerator()->get_plugin_generator('local_kvalitetsbro')->act_as_connector();

        $catalogue = $this->read(1000, $old->id);

        $this->assertSame([(int) $new->id], array_column($catalogue['courses'], 'id'));
        $this->assertSame(2, $catalogue['total']);
    }

    public function test_a_new_link_to_a_theme_counts_as_a_change(): void {
        global $DB;
        $this->resetAfterTest();
        $course = $this->getDataGenerator()->create_course();
        $DB->set_field('course', 'timemodified', 1000, ['id' => $course->id]);
        $this->getDataGenerator()->get_plugin_generator('local_kvalitetsbro')->act_as_connector();
        set_themes::execute(1, [['code' => 'LEG', 'name' => 'Leg']]);
        attach_course::execute($course->id, 'LEG');

        $told = $this->read(1000, $course->id)['courses'][0];

        $this->assertSame([['code' => 'LEG', 'state' => 'attached']], $told['themes']);
    }
}
