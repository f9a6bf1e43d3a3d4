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

use core_external\external_value;

/**
 * Where a reader has come to in rows that are ordered by a time and an id, and how many rows it wants next.
 *
 * A page ends where the next one begins, so nothing is read twice and nothing is passed over, also when many rows have
 * the same time.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class cursor {
    /** @var int The most rows in one page. */
    public const MAX_LIMIT = 5000;

    /** @var int Seconds that a reader's clock may be ahead of this one. */
    private const LEEWAY = 300;

    /**
     * A cursor as it came over the wire.
     *
     * @param int $since unix time of the last row that was read; 0 to begin
     * @param int $afterid id of the last row that was read; 0 for all rows of the moment
     * @param int $limit rows wanted
     */
    public function __construct(
        /** @var int unix time of the last row that was read */
        private readonly int $since,
        /** @var int id of the last row that was read */
        private readonly int $afterid,
        /** @var int rows wanted */
        private readonly int $limit,
    ) {
        if ($limit < 1 || $limit > self::MAX_LIMIT) {
            throw new \moodle_exception('limitinvalid', 'local_kvalitetsbro', '', self::MAX_LIMIT);
        }
        if ($since < 0 || $afterid < 0) {
            throw new \moodle_exception('cursornegative', 'local_kvalitetsbro');
        }
        if ($since > time() + self::LEEWAY) {
            throw new \moodle_exception('cursorinfuture', 'local_kvalitetsbro');
        }
    }

    /**
     * Reads one page.
     *
     * @param string $sql a query whose rows have an id and the time column
     * @param array $params the query's named parameters
     * @param string $time the name of the time column
     * @return array{0: \stdClass[], 1: bool} the rows in order, and whether there are more
     */
    public function read(string $sql, array $params, string $time): array {
        global $DB;
        // The first condition looks redundant; it is what lets the database begin at the index.
        $rows = array_values($DB->get_records_sql(
            "SELECT page.*
               FROM ($sql) page
              WHERE page.$time >= :since1 AND (page.$time > :since2 OR page.id > :afterid)
           ORDER BY page.$time, page.id",
            $params + ['since1' => $this->since, 'since2' => $this->since, 'afterid' => $this->afterid],
            0,
            $this->limit + 1
        ));
        $more = count($rows) > $this->limit;
        return [array_slice($rows, 0, $this->limit), $more];
    }

    /**
     * The parameters of a function that reads page by page.
     *
     * @return external_value[]
     */
    public static function parameters(): array {
        return [
            'since' => new external_value(PARAM_INT, 'Unix time of the last row read, 0 to begin'),
            'afterid' => new external_value(PARAM_INT, 'Id of the last row read, 0 for all rows of that second'),
            'limit' => new external_value(PARAM_INT, 'Rows wanted, 1 to ' . self::MAX_LIMIT),
        ];
    }

    /**
     * What such a function returns beside its rows.
     *
     * @return external_value[]
     */
    public static function returns(): array {
        return [
            'more' => new external_value(PARAM_BOOL, 'Whether there are rows after the last one'),
            'now' => new external_value(PARAM_INT, 'Unix time on this server when the reading began'),
        ];
    }
}
