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

use core_competency\api;
use core_competency\competency;
use core_competency\competency_framework;
use core_competency\course_competency;

/**
 * Themes as competencies of one framework, so that Moodle's own reports and plans see them. The competency's id number
 * is the theme's code.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class themes {
    /** @var string id number of the framework */
    public const FRAMEWORK = 'kvalitetsbro';

    /** @var string courses that the connector attached to themes */
    private const TABLE = 'local_kvalitetsbro_attached';

    /**
     * Adds a theme or renames it. Themes that are no longer used stay: people's evidence hangs on them.
     *
     * @param array $row code, name and description
     * @return bool whether anything was changed
     */
    public static function write(array $row): bool {
        if (trim($row['code']) === '' || trim($row['name']) === '') {
            throw new row_refused('themeincomplete');
        }
        if (\core_text::strlen($row['code']) > 100 || \core_text::strlen($row['name']) > 100) {
            throw new row_refused('themetoolong', 100);
        }
        $framework = self::framework() ?? self::make_framework();
        $wanted = ['shortname' => $row['name'], 'description' => $row['description'] ?? '', 'descriptionformat' => FORMAT_PLAIN];
        $theme = self::theme($framework, $row['code']);
        if (!$theme) {
            api::create_competency((object) ($wanted + [
                'competencyframeworkid' => $framework->get('id'),
                'idnumber' => $row['code'],
            ]));
            return true;
        }
        $record = $theme->to_record();
        if ($wanted == array_intersect_key((array) $record, $wanted)) {
            return false;
        }
        return api::update_competency((object) ($wanted + (array) $record));
    }

    /**
     * Attaches a course to a theme. A link that was made in Moodle is accepted as it is. Calling it twice changes
     * nothing.
     *
     * @param int $courseid the course
     * @param string $code the theme
     * @return bool whether anything was changed
     */
    public static function attach(int $courseid, string $code): bool {
        global $DB;
        $competencyid = self::known($code)->get('id');
        $linked = api::add_competency_to_course($courseid, $competencyid);
        if ($linked) {
            $link = course_competency::get_record(['courseid' => $courseid, 'competencyid' => $competencyid]);
            api::set_course_competency_ruleoutcome($link, self::outcome());
        }
        $attached = $DB->get_record(self::TABLE, ['courseid' => $courseid, 'competencyid' => $competencyid]);
        if (!$attached) {
            $DB->insert_record(self::TABLE, [
                'courseid' => $courseid,
                'competencyid' => $competencyid,
                'linked' => (int) $linked,
                'timecreated' => time(),
            ]);
        } else if ($linked) {
            $DB->set_field(self::TABLE, 'linked', 1, ['id' => $attached->id]);
        }
        return $linked || !$attached;
    }

    /**
     * Detaches a course from a theme, whoever made the link. Calling it twice changes nothing.
     *
     * @param int $courseid the course
     * @param string $code the theme
     * @return bool whether anything was changed
     */
    public static function detach(int $courseid, string $code): bool {
        global $DB;
        $where = ['courseid' => $courseid, 'competencyid' => self::known($code)->get('id')];
        $attached = $DB->record_exists(self::TABLE, $where);
        $DB->delete_records(self::TABLE, $where);
        return api::remove_competency_from_course($courseid, $where['competencyid']) || $attached;
    }

    /**
     * The themes of courses, and on whose word.
     *
     * @param int[] $courseids the courses
     * @return array by course id: themes with their code and a state: attached by the connector, proposed by somebody
     *               who made a link in Moodle, or removed in Moodle after the connector had attached it
     */
    public static function of_courses(array $courseids): array {
        global $DB;
        if (!$courseids) {
            return [];
        }
        [$linked, $params] = $DB->get_in_or_equal($courseids, SQL_PARAMS_NAMED);
        [$attached, $more] = $DB->get_in_or_equal($courseids, SQL_PARAMS_NAMED);
        $rows = $DB->get_recordset_sql(
            "SELECT l.courseid, c.idnumber, MAX(l.linked) AS linked, MAX(l.attached) AS attached
               FROM (SELECT courseid, competencyid, 1 AS linked, 0 AS attached
                       FROM {competency_coursecomp} WHERE courseid $linked
                      UNION ALL
                     SELECT courseid, competencyid, 0 AS linked, 1 AS attached
                       FROM {" . self::TABLE . "} WHERE courseid $attached) l
               JOIN {competency} c ON c.id = l.competencyid
               JOIN {competency_framework} f ON f.id = c.competencyframeworkid
              WHERE f.idnumber = :framework
           GROUP BY l.courseid, c.idnumber
           ORDER BY l.courseid, c.idnumber",
            $params + $more + ['framework' => self::FRAMEWORK]
        );
        $themes = [];
        foreach ($rows as $row) {
            $themes[$row->courseid][] = [
                'code' => $row->idnumber,
                'state' => $row->attached ? ($row->linked ? 'attached' : 'removed') : 'proposed',
            ];
        }
        $rows->close();
        return $themes;
    }

    /**
     * Completing a course gives evidence of its themes, or does not, as the setting says. Moodle does it; links made in
     * Moodle keep what was chosen there.
     */
    public static function apply_evidence_setting(): void {
        global $DB;
        $links = course_competency::get_records_select(
            'EXISTS (SELECT 1
                       FROM {' . self::TABLE . '} a
                      WHERE a.courseid = {competency_coursecomp}.courseid
                        AND a.competencyid = {competency_coursecomp}.competencyid
                        AND a.linked = 1)
             AND ruleoutcome <> :outcome',
            ['outcome' => self::outcome()]
        );
        foreach ($links as $link) {
            $link->set('ruleoutcome', self::outcome());
            $link->update();
        }
    }

    /**
     * Forgets what was attached.
     *
     * @param array $conditions fields and values
     */
    public static function forget(array $conditions): void {
        global $DB;
        $DB->delete_records(self::TABLE, $conditions);
    }

    /**
     * What completing a course means for its themes.
     *
     * @return int
     */
    private static function outcome(): int {
        return get_config('local_kvalitetsbro', 'evidence')
            ? course_competency::OUTCOME_EVIDENCE
            : course_competency::OUTCOME_NONE;
    }

    /**
     * A theme that must be there.
     *
     * @param string $code the theme
     * @return competency
     */
    private static function known(string $code): competency {
        $framework = self::framework();
        return ($framework ? self::theme($framework, $code) : null)
            ?? throw new \moodle_exception('themeunknown', 'local_kvalitetsbro', '', s($code));
    }

    /**
     * A theme, if it is there.
     *
     * @param competency_framework $framework the framework
     * @param string $code the theme
     * @return competency|null
     */
    private static function theme(competency_framework $framework, string $code): ?competency {
        return competency::get_record(['competencyframeworkid' => $framework->get('id'), 'idnumber' => $code]) ?: null;
    }

    /**
     * The framework, if it is there.
     *
     * @return competency_framework|null
     */
    private static function framework(): ?competency_framework {
        return competency_framework::get_record(['idnumber' => self::FRAMEWORK]) ?: null;
    }

    /**
     * Makes the framework, with a scale of its own: not yet, achieved.
     *
     * @return competency_framework
     */
    private static function make_framework(): competency_framework {
        global $CFG, $DB, $USER;
        require_once($CFG->libdir . '/gradelib.php');
        $scale = new \grade_scale([
            'courseid' => 0,
            'userid' => $USER->id,
            'name' => get_string('scalename', 'local_kvalitetsbro'),
            'scale' => get_string('scalevalues', 'local_kvalitetsbro'),
            'description' => '',
        ], false);
        $scaleid = $DB->get_field('scale', 'id', ['name' => $scale->name, 'courseid' => 0], IGNORE_MULTIPLE) ?: $scale->insert();
        return api::create_framework((object) [
            'shortname' => get_string('frameworkname', 'local_kvalitetsbro'),
            'idnumber' => self::FRAMEWORK,
            'description' => get_string('frameworkdescription', 'local_kvalitetsbro'),
            'descriptionformat' => FORMAT_PLAIN,
            'visible' => true,
            'scaleid' => $scaleid,
            'scaleconfiguration' => json_encode([
                ['scaleid' => (string) $scaleid],
                ['id' => 1, 'scaledefault' => 1, 'proficient' => 0],
                ['id' => 2, 'scaledefault' => 0, 'proficient' => 1],
            ]),
            'contextid' => \context_system::instance()->id,
        ]);
    }
}
