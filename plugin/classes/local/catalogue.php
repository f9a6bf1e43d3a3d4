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

use context_course;
use core_external\util;
use stdClass;

/**
 * The courses as the connector offers them to leaders.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class catalogue {
    /**
     * One page of courses that changed, and all categories.
     *
     * Not everything leaves a trace that a cursor finds: a course that is gone, a link to a theme that was removed, a
     * category that was hidden. The total gives the first away, events tell of them, and a reading from 0 finds all.
     *
     * @param cursor $cursor where the reader has come to
     * @return array what get_catalogue returns
     */
    public static function after(cursor $cursor): array {
        global $DB;
        $now = time();
        [$rows, $more] = $cursor->read(
            "SELECT c.id, c.category, c.shortname, c.fullname, c.idnumber, c.visible, c.enablecompletion,
                    CASE WHEN l.linked > c.timemodified THEN l.linked ELSE c.timemodified END AS timemodified
               FROM {course} c
          LEFT JOIN (SELECT courseid, MAX(timemodified) AS linked FROM {competency_coursecomp} GROUP BY courseid) l
                 ON l.courseid = c.id
              WHERE c.id <> :site",
            ['site' => SITEID],
            'timemodified'
        );
        $ids = array_column($rows, 'id');
        $fields = self::fields($ids);
        $themes = themes::of_courses($ids);
        return [
            'courses' => array_map(
                fn($row) => self::course($row, $fields[$row->id] ?? []) + ['themes' => $themes[$row->id] ?? []],
                $rows
            ),
            'categories' => self::categories(),
            'total' => $DB->count_records_select('course', 'id <> ?', [SITEID]),
            'more' => $more,
            'now' => $now,
        ];
    }

    /**
     * One course.
     *
     * @param stdClass $row the course as stored
     * @param array $fields its hours and format
     * @return array
     */
    private static function course(stdClass $row, array $fields): array {
        $context = context_course::instance($row->id);
        return [
            'id' => $row->id,
            'categoryid' => $row->category,
            'shortname' => util::format_string($row->shortname, $context),
            'fullname' => util::format_string($row->fullname, $context),
            'idnumber' => $row->idnumber,
            'visible' => (bool) $row->visible,
            'completion' => (bool) $row->enablecompletion,
            'hours' => $fields['hours'] ?? '',
            'format' => $fields['format'] ?? '',
            'timemodified' => $row->timemodified,
        ];
    }

    /**
     * Every category, the hidden ones too.
     *
     * @return array[]
     */
    private static function categories(): array {
        global $DB;
        $rows = $DB->get_records('course_categories', null, 'sortorder', 'id, parent, name, idnumber, visible');
        return array_map(fn($row) => [
            'id' => $row->id,
            'parentid' => $row->parent,
            'name' => util::format_string($row->name, \context_coursecat::instance($row->id)),
            'idnumber' => $row->idnumber ?? '',
            'visible' => (bool) $row->visible,
        ], array_values($rows));
    }

    /**
     * What the municipality's own course fields say. Which fields those are is a setting.
     *
     * @param int[] $courseids the courses
     * @return array by course id: hours and format, as plain text
     */
    public static function fields(array $courseids): array {
        if (!$courseids) {
            return [];
        }
        $config = get_config('local_kvalitetsbro');
        $wanted = array_filter(['hours' => $config->hoursfield ?? 'hours', 'format' => $config->formatfield ?? 'format']);
        $found = [];
        $handler = \core_course\customfield\course_handler::create();
        foreach ($handler->get_instances_data($courseids, true) as $courseid => $fields) {
            foreach ($fields as $field) {
                $name = array_search($field->get_field()->get('shortname'), $wanted);
                if ($name !== false) {
                    $text = html_entity_decode(strip_tags((string) $field->export_value()), ENT_QUOTES | ENT_HTML5);
                    $found[$courseid][$name] = trim($text);
                }
            }
        }
        return $found;
    }
}
