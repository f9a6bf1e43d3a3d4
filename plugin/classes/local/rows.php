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

use core_external\external_function_parameters;
use core_external\external_multiple_structure;
use core_external\external_single_structure;
use core_external\external_value;

/**
 * Calls that write many rows: each in a transaction of its own, each with a result of its own.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class rows {
    /**
     * Does every row. A row that is refused leaves nothing behind and does not touch the others.
     *
     * @param int $expected how many rows were sent. PHP drops input over max_input_vars in silence, so a call that
     *                      arrived short is refused before anything is written.
     * @param array $rows the rows that arrived
     * @param callable $write does one row; returns whether anything was changed, or throws
     * @return array what {@see self::returns()} describes
     */
    public static function each(int $expected, array $rows, callable $write): array {
        if (count($rows) !== $expected) {
            throw new \moodle_exception(
                'rowsmissing',
                'local_kvalitetsbro',
                '',
                ['expected' => $expected, 'arrived' => count($rows), 'limit' => (int) ini_get('max_input_vars')]
            );
        }
        $results = [];
        foreach (array_values($rows) as $index => $row) {
            $results[] = ['index' => $index] + self::one($row, $write);
        }
        return ['results' => $results];
    }

    /**
     * Does one row.
     *
     * @param array $row the row
     * @param callable $write does it
     * @return array its result
     */
    private static function one(array $row, callable $write): array {
        global $DB;
        $transaction = $DB->start_delegated_transaction();
        try {
            $changed = $write($row);
            $transaction->allow_commit();
            return ['status' => $changed ? 'done' : 'already', 'errorcode' => '', 'message' => ''];
        } catch (\Throwable $refusal) {
            self::roll_back($transaction, $refusal);
            return ['status' => 'refused'] + self::why($refusal);
        }
    }

    /**
     * Takes back what the row wrote. Moodle throws the reason again; here it becomes a result.
     *
     * @param \moodle_transaction $transaction the row's own
     * @param \Throwable $refusal why
     */
    private static function roll_back(\moodle_transaction $transaction, \Throwable $refusal): void {
        if ($transaction->is_disposed()) {
            return;
        }
        try {
            $transaction->rollback($refusal);
        } catch (\Throwable $again) {
            if ($again !== $refusal) {
                throw $again;
            }
        }
    }

    /**
     * Why a row was refused. What only a programmer understands goes to the log.
     *
     * @param \Throwable $refusal the reason
     * @return array errorcode and message
     */
    private static function why(\Throwable $refusal): array {
        if ($refusal instanceof \moodle_exception) {
            return ['errorcode' => $refusal->errorcode, 'message' => $refusal->getMessage()];
        }
        debugging('local_kvalitetsbro: ' . $refusal, DEBUG_NORMAL);
        return ['errorcode' => 'rowfailed', 'message' => get_string('rowfailed', 'local_kvalitetsbro')];
    }

    /**
     * The parameters of such a call.
     *
     * @param array $columns the columns of a row
     * @param array $more further parameters
     * @return external_function_parameters
     */
    public static function parameters(array $columns, array $more = []): external_function_parameters {
        return new external_function_parameters([
            'expected' => new external_value(PARAM_INT, 'How many rows were sent'),
            'rows' => new external_multiple_structure(
                new external_single_structure($columns),
                'The rows',
                VALUE_DEFAULT,
                []
            ),
        ] + $more);
    }

    /**
     * What such a call returns.
     *
     * @return external_single_structure
     */
    public static function returns(): external_single_structure {
        return new external_single_structure([
            'results' => new external_multiple_structure(new external_single_structure([
                'index' => new external_value(PARAM_INT, 'Which row, from 0'),
                'status' => new external_value(PARAM_ALPHA, 'done, already (nothing had to be changed) or refused'),
                'errorcode' => new external_value(PARAM_RAW, 'Why it was refused, for programs; otherwise empty'),
                'message' => new external_value(PARAM_RAW, 'Why it was refused, for people; otherwise empty'),
            ])),
        ]);
    }
}
