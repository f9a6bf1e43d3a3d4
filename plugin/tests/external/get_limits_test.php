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
 * Tests of {@see get_limits}.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
#[\PHPUnit\Framework\Attributes\CoversClass(get_limits::class)]
final class get_limits_test extends \advanced_testcase {
    public function test_versions_and_limits_are_told(): void {
        global $CFG;
        $this->resetAfterTest();
        $this->getDataGenerator()->get_plugin_generator('local_kvalitetsbro')->act_as_connector();

        $limits = get_limits::clean_returnvalue(get_limits::execute_returns(), get_limits::execute());

        $this->assertSame((int) ini_get('max_input_vars'), $limits['maxinputvars']);
        $this->assertSame(5000, $limits['pagesize']);
        $this->assertSame((string) $CFG->version, $limits['moodleversion']);
        $this->assertSame(get_config('local_kvalitetsbro', 'version'), $limits['pluginversion']);
    }

    public function test_others_are_refused(): void {
        $this->resetAfterTest();
        $this->setUser($this->getDataGenerator()->create_user());
        $this->expectException(\required_capability_exception::class);
        get_limits::execute();
    }
}
