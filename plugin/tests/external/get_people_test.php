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
 * Tests of {@see get_people}.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
#[\PHPUnit\Framework\Attributes\CoversClass(get_people::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_kvalitetsbro\local\people::class)]
final class get_people_test extends \advanced_testcase {
    public function test_people_come_with_cohorts_and_state(): void {
        global $CFG, $DB;
        $this->resetAfterTest();
        require_once($CFG->dirroot . '/cohort/lib.php');
        $generator = $this->getDataGenerator();
        $suspended = $generator->create_user(['idnumber' => 'P1', 'suspended' => 1]);
        $deleted = $generator->create_user(['idnumber' => 'P2']);
        $joined = $generator->create_user(['idnumber' => 'P3']);
        $cohort = $generator->create_cohort(['idnumber' => 'LEADERS']);
        $nameless = $generator->create_cohort(['idnumber' => '']);
        cohort_add_member($cohort->id, $joined->id);
        cohort_add_member($nameless->id, $joined->id);
        delete_user($deleted);
        $DB->set_field('user', 'timemodified', 1000, ['id' => $joined->id]);
        $DB->set_field('user', 'timemodified', 1000, ['id' => $suspended->id]);
        $generator->get_plugin_generator('local_kvalitetsbro')->act_as_connector();

        $all = $this->read(0);
        $this->assertSame(['P1', true, false, []], $this->about($all, $suspended->id));
        $this->assertSame(['', false, true, []], $this->about($all, $deleted->id));
        $this->assertSame(['P3', false, false, ['LEADERS']], $this->about($all, $joined->id));
        $this->assertArrayNotHasKey($CFG->siteguest, $all);

        $changed = $this->read(2000);
        $this->assertArrayHasKey($joined->id, $changed, 'Joining a cohort is a change');
        $this->assertArrayNotHasKey($suspended->id, $changed);
    }

    /**
     * Reads people by id.
     *
     * @param int $since the cursor's time
     * @return array
     */
    private function read(int $since): array {
        $page = get_people::clean_returnvalue(get_people::execute_returns(), get_people::execute($since, 0, 5000));
        return array_column($page['people'], null, 'id');
    }

    /**
     * What is told about one person.
     *
     * @param array $people everybody
     * @param int $id the person
     * @return array
     */
    private function about(array $people, int $id): array {
        return [$people[$id]['idnumber'], $people[$id]['suspended'], $people[$id]['deleted'], $people[$id]['cohorts']];
    }
}
