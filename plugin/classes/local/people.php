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

use stdClass;

/**
 * Accounts, for finding the one that belongs to an employee. No name and no address leaves Moodle here.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class people {
    /**
     * One page of accounts that changed, deleted ones too. Joining a cohort counts as a change; leaving one leaves no
     * trace, only a reading from 0 finds it.
     *
     * @param cursor $cursor where the reader has come to
     * @return array what get_people returns
     */
    public static function after(cursor $cursor): array {
        global $CFG;
        $now = time();
        [$rows, $more] = $cursor->read(
            "SELECT u.id, u.idnumber, u.suspended, u.deleted,
                    CASE WHEN m.joined > u.timemodified THEN m.joined ELSE u.timemodified END AS timemodified
               FROM {user} u
          LEFT JOIN (SELECT userid, MAX(timeadded) AS joined FROM {cohort_members} GROUP BY userid) m ON m.userid = u.id
              WHERE u.id <> :guest",
            ['guest' => $CFG->siteguest],
            'timemodified'
        );
        $cohorts = self::cohorts(array_column($rows, 'id'));
        return [
            'people' => array_map(fn(stdClass $row) => [
                'id' => $row->id,
                'idnumber' => $row->idnumber,
                'suspended' => (bool) $row->suspended,
                'deleted' => (bool) $row->deleted,
                'cohorts' => $cohorts[$row->id] ?? [],
                'timemodified' => $row->timemodified,
            ], $rows),
            'more' => $more,
            'now' => $now,
        ];
    }

    /**
     * The cohorts that people are in.
     *
     * @param int[] $userids the people
     * @return array by user id: id numbers of cohorts; cohorts without one are left out
     */
    private static function cohorts(array $userids): array {
        global $DB;
        if (!$userids) {
            return [];
        }
        [$in, $params] = $DB->get_in_or_equal($userids, SQL_PARAMS_NAMED);
        $members = $DB->get_recordset_sql(
            "SELECT m.userid, c.idnumber
               FROM {cohort_members} m
               JOIN {cohort} c ON c.id = m.cohortid
              WHERE m.userid $in AND c.idnumber <> ''
           ORDER BY m.userid, c.idnumber",
            $params
        );
        $cohorts = [];
        foreach ($members as $member) {
            $cohorts[$member->userid][] = $member->idnumber;
        }
        $members->close();
        return $cohorts;
    }
}
