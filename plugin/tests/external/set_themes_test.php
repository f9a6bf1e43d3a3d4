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

use core_competency\competency;
use core_competency\competency_framework;

/**
 * Tests of {@see set_themes}.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
#[\PHPUnit\Framework\Attributes\CoversClass(set_themes::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_kvalitetsbro\local\themes::class)]
final class set_themes_test extends \advanced_testcase {
    public function test_themes_become_competencies_of_one_framework(): void {
        $this->resetAfterTest();
        $this->preventResetByRollback();
        $this->getDataGenerator()->get_plugin_generator('local_kvalitetsbro')->act_as_connector();
        $rows = [
            ['code' => 'LEG', 'name' => 'Leg', 'description' => 'Børns leg'],
            ['code' => 'SPR', 'name' => 'Sprog'],
            ['code' => '', 'name' => 'Uden kode'],
            ['code' => 'LAN', 'name' => str_repeat('x', 101)],
        ];

        $results = set_themes::execute(4, $rows)['results'];

        $this->assertSame(['done', 'done', 'refused', 'refused'], array_column($results, 'status'));
        $this->assertSame(['', '', 'themeincomplete', 'themetoolong'], array_column($results, 'errorcode'));
        $framework = competency_framework::get_record(['idnumber' => 'kvalitetsbro']);
        $theme = competency::get_record(['competencyframeworkid' => $framework->get('id'), 'idnumber' => 'LEG']);
        $this->assertSame(['Leg', 'Børns leg'], [$theme->get('shortname'), $theme->get('description')]);

        $rows[1]['name'] = 'Sprog og samtale';
        $again = set_themes::execute(2, array_slice($rows, 0, 2))['results'];
        $this->assertSame(['already', 'done'], array_column($again, 'status'));
        $this->assertSame(1, competency_framework::count_records(['idnumber' => 'kvalitetsbro']));
        $this->assertSame(2, competency::count_records(['competencyframeworkid' => $framework->get('id')]));
    }

    public function test_others_are_refused(): void {
        $this->resetAfterTest();
        $this->setUser($this->getDataGenerator()->create_user());
        $this->expectException(\required_capability_exception::class);
        set_themes::execute(0, []);
    }
}
