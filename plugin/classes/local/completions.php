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

/**
 * Course completions as Moodle has them.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class completions {
    /**
     * One page of completions, the oldest first, column by column.
     *
     * Moodle looks at each value that a function returns, which for thousands of rows takes many times as long as reading
     * them. A column is one value.
     *
     * A completion can be written later than the time it bears: Moodle decides some in cron, with the time of the last
     * criterion. A reader therefore goes back a little with every new reading.
     *
     * @param cursor $cursor where the reader has come to
     * @return array what get_completions returns
     */
    public static function after(cursor $cursor): array {
        $now = time();
        [$rows, $more] = $cursor->read(
            "SELECT id, userid, course AS courseid, timecompleted
               FROM {course_completions}
              WHERE timecompleted IS NOT NULL",
            [],
            'timecompleted'
        );
        return [
            'ids' => self::column($rows, 'id'),
            'userids' => self::column($rows, 'userid'),
            'courseids' => self::column($rows, 'courseid'),
            'times' => self::column($rows, 'timecompleted'),
            'more' => $more,
            'now' => $now,
        ];
    }

    /**
     * One column of the rows.
     *
     * @param \stdClass[] $rows rows with the column
     * @param string $name of the column
     * @return string its values with commas between them
     */
    private static function column(array $rows, string $name): string {
        return implode(',', array_column($rows, $name));
    }
}
