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

namespace local_kvalitetsbro\check;

use core\check\result;
use local_kvalitetsbro\local\queue as events;
use local_kvalitetsbro\local\setup as steps;

/**
 * Tests of the status checks.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
#[\PHPUnit\Framework\Attributes\CoversClass(setup::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(connector::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(queue::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(lastread::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(moodleversion::class)]
final class checks_test extends \advanced_testcase {
    /** @var \local_kvalitetsbro_generator */
    private \local_kvalitetsbro_generator $generator;

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->setAdminUser();
        $this->generator = $this->getDataGenerator()->get_plugin_generator('local_kvalitetsbro');
    }

    public function test_moodle_finds_every_check_with_a_name(): void {
        $own = array_filter(
            \core\check\manager::get_checks('status'),
            fn($check) => $check->get_component() === 'local_kvalitetsbro'
        );
        $this->assertCount(5, $own);
        foreach ($own as $check) {
            $this->assertStringStartsWith('Kvalitetsbro', $check->get_name());
        }
    }

    public function test_the_set_up(): void {
        $this->assertSame(result::ERROR, (new setup())->get_result()->get_status());
        steps::run();
        $this->assertSame(result::OK, (new setup())->get_result()->get_status());
    }

    public function test_the_connector(): void {
        $this->assertSame(result::NA, (new connector())->get_result()->get_status());
        $sent = [];
        $this->generator->connect($sent, 204, 401);
        $this->assertSame(result::OK, (new connector())->get_result()->get_status());
        $this->assertSame(result::ERROR, (new connector())->get_result()->get_status());
        $this->assertSame([], json_decode((string) $sent[0]['request']->getBody())->events);
    }

    public function test_the_queue(): void {
        global $DB;
        $this->assertSame(result::OK, (new queue())->get_result()->get_status());
        $this->generator->connect();
        events::add('course_changed', 1, 0, 7);
        foreach ([60 => result::OK, HOURSECS => result::WARNING, 2 * DAYSECS => result::ERROR] as $age => $status) {
            $DB->set_field(events::TABLE, 'timecreated', time() - $age);
            $this->assertSame($status, (new queue())->get_result()->get_status());
        }
    }

    public function test_the_last_reading(): void {
        global $DB;
        $this->assertSame(result::NA, (new lastread())->get_result()->get_status());
        steps::run();
        $this->assertSame(result::WARNING, (new lastread())->get_result()->get_status());
        foreach ([60 => result::OK, 2 * DAYSECS => result::WARNING] as $age => $status) {
            $DB->set_field('external_tokens', 'lastaccess', time() - $age);
            $this->assertSame($status, (new lastread())->get_result()->get_status());
        }
    }

    public function test_a_later_moodle_is_warned_about(): void {
        global $CFG;
        $CFG->branch = '501';
        $this->assertSame(result::OK, (new moodleversion())->get_result()->get_status());
        $CFG->branch = '502';
        $this->assertSame(result::WARNING, (new moodleversion())->get_result()->get_status());
    }
}
