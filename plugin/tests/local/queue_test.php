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

namespace local_kvalitetsbro\local;

use local_kvalitetsbro\task\post_events;
use local_kvalitetsbro\task\resume_posting;

/**
 * Tests of {@see queue} and of the tasks that post it.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
#[\PHPUnit\Framework\Attributes\CoversClass(queue::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(connector::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(connector_client::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(post_events::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(resume_posting::class)]
final class queue_test extends \advanced_testcase {
    /** @var \local_kvalitetsbro_generator */
    private \local_kvalitetsbro_generator $generator;

    /** @var array what the connector was sent */
    private array $sent = [];

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->generator = $this->getDataGenerator()->get_plugin_generator('local_kvalitetsbro');
    }

    /**
     * The events of a message.
     *
     * @param int $index which message
     * @return array
     */
    private function events(int $index = 0): array {
        return json_decode((string) $this->sent[$index]['request']->getBody(), true)['events'];
    }

    /**
     * Tasks that wait to post.
     *
     * @return \stdClass[]
     */
    private function tasks(): array {
        global $DB;
        return array_values($DB->get_records('task_adhoc', ['classname' => '\\' . post_events::class], 'id'));
    }

    public function test_a_message_is_signed_over_time_and_body(): void {
        global $CFG;
        $this->generator->connect($this->sent, 204);
        queue::add('course_changed', 1700000000, 0, 7);

        $this->assertNull(queue::post());

        $request = $this->sent[0]['request'];
        $this->assertSame('https://kvalitetsbro.invalid/api/moodle/events', (string) $request->getUri());
        $this->assertSame('POST', $request->getMethod());
        $timestamp = $request->getHeaderLine('X-Kvalitetsbro-Timestamp');
        $this->assertEqualsWithDelta(time(), (int) $timestamp, 60);
        $this->assertSame(
            'sha256=' . hash_hmac('sha256', "$timestamp." . $request->getBody(), \local_kvalitetsbro_generator::SECRET),
            $request->getHeaderLine('X-Kvalitetsbro-Signature')
        );
        $message = json_decode((string) $request->getBody(), true);
        $this->assertSame($CFG->wwwroot, $message['site']);
        $event = $message['events'][0];
        $this->assertMatchesRegularExpression('/^[0-9a-f-]{36}$/', $event['id']);
        unset($event['id']);
        $this->assertSame(['type' => 'course_changed', 'time' => 1700000000, 'courseid' => 7], $event);
    }

    public function test_an_accepted_event_leaves_the_queue(): void {
        $this->generator->connect($this->sent, 200);
        queue::add('course_changed', 1, 0, 7);
        queue::post();
        $this->assertSame(0, queue::waiting()[0]);
        $this->assertNull(queue::post());
        $this->assertCount(1, $this->sent);
    }

    public function test_an_event_stays_with_its_id_until_it_is_accepted(): void {
        $this->generator->connect($this->sent, 503, 302, 401, 204);
        queue::add('course_changed', 1, 0, 7);

        $this->assertSame('HTTP 503', queue::post());
        $this->assertSame('HTTP 302', queue::post());
        $this->assertSame('HTTP 401', queue::post());
        $this->assertSame(1, queue::waiting()[0]);
        $this->assertNull(queue::post());

        $this->assertSame(0, queue::waiting()[0]);
        $this->assertSame($this->events(0), $this->events(3));
    }

    public function test_each_attempt_waits_longer_and_never_gives_up(): void {
        global $DB;
        $this->generator->connect($this->sent, ...array_fill(0, 12, 500));
        queue::add('course_changed', 1, 0, 7);
        $delays = [];
        for ($attempt = 0; $attempt < 12; $attempt++) {
            $DB->delete_records('task_adhoc');
            queue::post();
            $delays[] = $this->tasks()[0]->nextruntime - time();
        }
        foreach ([10, 20, 40, 80, 160, 320, 640, 900, 900, 900, 900, 900] as $attempt => $delay) {
            $this->assertEqualsWithDelta($delay, $delays[$attempt], 5);
        }
    }

    public function test_many_events_go_in_batches_the_oldest_first(): void {
        $this->generator->connect($this->sent, 204, 204);
        for ($course = 1; $course <= 101; $course++) {
            queue::add('course_changed', 1, 0, $course);
        }
        queue::post();
        $this->assertSame(range(1, 100), array_column($this->events(0), 'courseid'));
        $this->assertSame([101], array_column($this->events(1), 'courseid'));
        $this->assertCount(1, $this->tasks(), 'One task is enough for all');
    }

    public function test_a_task_that_has_begun_does_not_keep_the_next_from_being_queued(): void {
        global $DB;
        $this->generator->connect();
        queue::add('course_changed', 1, 0, 7);
        $DB->set_field('task_adhoc', 'timestarted', time(), ['id' => $this->tasks()[0]->id]);
        queue::add('course_changed', 1, 0, 8);
        $this->assertCount(2, $this->tasks());
    }

    public function test_an_event_about_a_person_has_the_id_number(): void {
        $this->generator->connect($this->sent, 204);
        $user = $this->getDataGenerator()->create_user(['idnumber' => 'P1']);
        queue::add('user_suspended', 1, $user->id);
        queue::post();
        $this->assertSame([(int) $user->id, 'P1'], [$this->events()[0]['userid'], $this->events()[0]['idnumber']]);
    }

    public function test_the_task_says_why_events_were_not_accepted(): void {
        $this->generator->connect($this->sent, 503);
        queue::add('course_changed', 1, 0, 7);
        $this->expectOutputRegex('/HTTP 503/');
        (new post_events())->execute();
    }

    public function test_waiting_events_are_taken_up_again(): void {
        global $DB;
        $this->generator->connect();
        queue::add('course_changed', 1, 0, 7);
        $DB->delete_records('task_adhoc');
        (new resume_posting())->execute();
        $this->assertCount(1, $this->tasks());
    }

    public function test_nothing_is_queued_without_a_connector(): void {
        queue::add('course_changed', 1, 0, 7);
        $this->assertSame(0, queue::waiting()[0]);
        $this->assertSame([], $this->tasks());
    }
}
