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
 * Tests of {@see get_completions}.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
#[\PHPUnit\Framework\Attributes\CoversClass(get_completions::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_kvalitetsbro\local\completions::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(\local_kvalitetsbro\local\cursor::class)]
final class get_completions_test extends \advanced_testcase {
    /** @var \local_kvalitetsbro_generator */
    private \local_kvalitetsbro_generator $generator;

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->generator = $this->getDataGenerator()->get_plugin_generator('local_kvalitetsbro');
        $this->generator->act_as_connector();
    }

    /**
     * Reads a page as a caller gets it.
     *
     * @param int $since the cursor's time
     * @param int $afterid the cursor's id
     * @param int $limit rows wanted
     * @return array
     */
    private function read(int $since, int $afterid = 0, int $limit = 5000): array {
        return get_completions::clean_returnvalue(
            get_completions::execute_returns(),
            get_completions::execute($since, $afterid, $limit)
        );
    }

    /**
     * The values of a column.
     *
     * @param string $column with commas between them
     * @return int[]
     */
    private function numbers(string $column): array {
        return array_map('intval', explode(',', $column));
    }

    public function test_pages_follow_each_other_within_one_second(): void {
        $ids = [];
        foreach ([1000, 2000, 2000, 2000, 3000] as $userid => $time) {
            $ids[] = $this->generator->create_completion($userid + 100, 7, $time);
        }
        $first = $this->read(1000, $ids[0], 2);
        $this->assertSame([$ids[1], $ids[2]], $this->numbers($first['ids']));
        $this->assertTrue($first['more']);

        $second = $this->read(2000, $ids[2], 2);
        $this->assertSame([$ids[3], $ids[4]], $this->numbers($second['ids']));
        $this->assertFalse($second['more']);

        $this->assertSame('', $this->read(3000, $ids[4], 2)['ids']);
    }

    public function test_a_completion_is_told_with_unix_time(): void {
        $first = $this->generator->create_completion(11, 7, 1700000000);
        $second = $this->generator->create_completion(12, 8, 1700000001);
        $page = $this->read(0);
        $this->assertSame([$first, $second], $this->numbers($page['ids']));
        $this->assertSame('11,12', $page['userids']);
        $this->assertSame('7,8', $page['courseids']);
        $this->assertSame('1700000000,1700000001', $page['times']);
    }

    public function test_courses_that_are_not_completed_are_left_out(): void {
        global $DB;
        $DB->set_field('course_completions', 'timecompleted', null, [
            'id' => $this->generator->create_completion(11, 7, 1),
        ]);
        $page = $this->read(0);
        $this->assertSame(['', '', '', ''], [$page['ids'], $page['userids'], $page['courseids'], $page['times']]);
    }

    public function test_a_page_has_at_least_one_row_and_not_too_many(): void {
        foreach ([0, -1, 5001, 1000000] as $limit) {
            try {
                $this->read(0, 0, $limit);
                $this->fail("A page of $limit rows");
            } catch (\moodle_exception $e) {
                $this->assertSame('limitinvalid', $e->errorcode);
            }
        }
    }

    public function test_a_cursor_from_the_future_is_refused(): void {
        $this->expectExceptionMessage(get_string('cursorinfuture', 'local_kvalitetsbro'));
        $this->read(time() + DAYSECS);
    }

    public function test_a_negative_cursor_is_refused(): void {
        $this->expectExceptionMessage(get_string('cursornegative', 'local_kvalitetsbro'));
        $this->read(-1);
    }

    public function test_others_are_refused(): void {
        $this->setUser($this->getDataGenerator()->create_user());
        $this->expectException(\required_capability_exception::class);
        $this->read(0);
    }
}
