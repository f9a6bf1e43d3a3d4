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

use core\task\manager;
use local_kvalitetsbro\task\post_events;
use stdClass;

/**
 * Events on their way to the connector.
 *
 * An event is queued in the transaction of the change that it tells of, so both are kept or neither. It leaves the
 * queue when the connector has accepted it. The connector may get it twice, with the same id.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class queue {
    /** @var string the table */
    public const TABLE = 'local_kvalitetsbro_queue';

    /** @var int events in one message */
    private const BATCH = 100;

    /** @var int seconds that a single run may go on; the next one takes over */
    private const RUN = 240;

    /** @var int seconds until the second attempt; doubled with every further one */
    private const FIRST_DELAY = 10;

    /** @var int seconds between two attempts at most */
    private const LONGEST_DELAY = 900;

    /**
     * Queues an event, if there is a connector to tell.
     *
     * @param string $type what took place, see the README
     * @param int $time when
     * @param int $userid whom it is about; 0 for nobody
     * @param int $courseid which course it is about; 0 for none
     * @param array $details further fields
     */
    public static function add(string $type, int $time, int $userid = 0, int $courseid = 0, array $details = []): void {
        global $DB;
        if (!connector::is_set_up()) {
            return;
        }
        $DB->insert_record(self::TABLE, [
            'uuid' => \core\uuid::generate(),
            'type' => $type,
            'time' => $time,
            'userid' => $userid,
            'courseid' => $courseid,
            'details' => $details ? json_encode($details) : null,
            'timecreated' => time(),
        ], false);
        self::schedule();
    }

    /**
     * Sees to it that a task will post what is queued. A task that has begun does not count: it may have read the queue
     * already.
     *
     * @param int $delay seconds to wait
     */
    public static function schedule(int $delay = 0): void {
        global $DB;
        $task = new post_events();
        $waiting = $DB->record_exists_select(
            'task_adhoc',
            'classname = :class AND timestarted IS NULL',
            ['class' => manager::get_canonical_class_name($task)]
        );
        if (!$waiting) {
            $task->set_next_run_time(time() + $delay);
            manager::queue_adhoc_task($task);
        }
    }

    /**
     * Posts what is queued, the oldest first, until nothing is left or the connector does not accept it.
     *
     * @return string|null why the connector did not accept it
     */
    public static function post(): ?string {
        $end = time() + self::RUN;
        while ($batch = self::oldest()) {
            $trouble = connector::is_set_up() ? connector::send(array_map([self::class, 'message'], $batch)) : 'no connector';
            if ($trouble !== null) {
                self::try_later();
                return $trouble;
            }
            self::accepted($batch);
            if (time() >= $end) {
                self::schedule();
                return null;
            }
        }
        return null;
    }

    /**
     * The oldest events with the id number of the person.
     *
     * @return stdClass[]
     */
    private static function oldest(): array {
        global $DB;
        return array_values($DB->get_records_sql(
            'SELECT q.*, u.idnumber
               FROM {' . self::TABLE . '} q
          LEFT JOIN {user} u ON u.id = q.userid
           ORDER BY q.id',
            [],
            0,
            self::BATCH
        ));
    }

    /**
     * An event as it is told. Details go before the columns: a deleted account has lost its id number, not so its event.
     *
     * @param stdClass $row as it is queued
     * @return array
     */
    private static function message(stdClass $row): array {
        $message = array_filter([
            'userid' => (int) $row->userid,
            'idnumber' => $row->idnumber,
            'courseid' => (int) $row->courseid,
        ]);
        $details = json_decode($row->details ?? '[]', true);
        return ['id' => $row->uuid, 'type' => $row->type, 'time' => (int) $row->time] + $details + $message;
    }

    /**
     * The connector has these events.
     *
     * @param stdClass[] $batch the events
     */
    private static function accepted(array $batch): void {
        global $DB;
        $DB->delete_records_list(self::TABLE, 'id', array_column($batch, 'id'));
        if (get_config('local_kvalitetsbro', 'failures')) {
            unset_config('failures', 'local_kvalitetsbro');
        }
    }

    /**
     * Waits longer each time, and goes on for as long as it takes.
     */
    private static function try_later(): void {
        $failures = (int) get_config('local_kvalitetsbro', 'failures');
        set_config('failures', $failures + 1, 'local_kvalitetsbro');
        self::schedule(min(self::LONGEST_DELAY, self::FIRST_DELAY * 2 ** min($failures, 10)));
    }

    /**
     * How many events wait, and since when.
     *
     * @return array{0: int, 1: int} how many, and seconds since the oldest was queued
     */
    public static function waiting(): array {
        global $DB;
        $row = $DB->get_record_sql('SELECT COUNT(1) AS events, MIN(timecreated) AS oldest FROM {' . self::TABLE . '}');
        return [(int) $row->events, $row->oldest ? time() - $row->oldest : 0];
    }
}
