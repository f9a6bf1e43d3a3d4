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

use context_module;
use stdClass;

/**
 * What opens the connector from outside a course.
 *
 * Moodle signs launches of activities only, so the set-up places one on the front page. It is not shown there. Everybody
 * who is signed in may open it, guests not; who gets a link to it is decided where the link stands, and what they see then
 * in the connector.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class launch_link {
    /** @var string id number of the activity */
    private const IDNUMBER = 'local_kvalitetsbro';

    /** @var int a section of the front page that Moodle does not show: 0 is the main menu, 1 the front page's own */
    private const SECTION = 2;

    /**
     * Whether everybody can open it.
     *
     * @return bool
     */
    public static function is_right(): bool {
        $activity = self::find();
        return $activity && $activity->visible && $activity->typeid === lti_tool::find()?->id && self::is_allowed($activity);
    }

    /**
     * Places the activity, in place of one that cannot be opened.
     */
    public static function make(): void {
        global $CFG;
        require_once($CFG->dirroot . '/course/lib.php');
        self::delete();
        $made = create_module((object) [
            'modulename' => 'lti',
            'course' => SITEID,
            'section' => self::SECTION,
            'visible' => 1,
            'cmidnumber' => self::IDNUMBER,
            'name' => get_string('pluginname', 'local_kvalitetsbro'),
            'introeditor' => ['text' => '', 'format' => FORMAT_HTML, 'itemid' => 0],
            'typeid' => lti_tool::find()->id,
            'toolurl' => '',
            'instructorchoiceacceptgrades' => LTI_SETTING_NEVER,
        ]);
        assign_capability('mod/lti:view', CAP_ALLOW, $CFG->defaultuserroleid, context_module::instance($made->coursemodule)->id);
    }

    /**
     * Takes the activity away.
     */
    public static function delete(): void {
        global $CFG;
        require_once($CFG->dirroot . '/course/lib.php');
        $activity = self::find();
        if ($activity) {
            course_delete_module($activity->cmid);
        }
    }

    /**
     * The page that sends the reader to the connector.
     *
     * @return string Moodle's form that sends itself
     */
    public static function form(): string {
        global $DB;
        $activity = self::find() ?? throw new \moodle_exception('launchlinknone', 'local_kvalitetsbro');
        return lti_initiate_login(
            SITEID,
            $activity->cmid,
            $DB->get_record('lti', ['id' => $activity->id], '*', MUST_EXIST),
            lti_get_type_type_config($activity->typeid)
        );
    }

    /**
     * The activity.
     *
     * @return stdClass|null with cmid, visible, id and typeid
     */
    private static function find(): ?stdClass {
        global $DB;
        lti_tool::require_library();
        $found = $DB->get_records_sql(
            'SELECT cm.id AS cmid, cm.visible, l.id, l.typeid
               FROM {course_modules} cm
               JOIN {modules} m ON m.id = cm.module AND m.name = ?
               JOIN {lti} l ON l.id = cm.instance
              WHERE cm.course = ? AND cm.idnumber = ? AND cm.deletioninprogress = 0
           ORDER BY cm.id',
            ['lti', SITEID, self::IDNUMBER],
            0,
            1
        );
        return reset($found) ?: null;
    }

    /**
     * Whether the role of everybody who is signed in may open it.
     *
     * @param stdClass $activity the activity
     * @return bool
     */
    private static function is_allowed(stdClass $activity): bool {
        global $CFG, $DB;
        return $DB->record_exists('role_capabilities', [
            'roleid' => $CFG->defaultuserroleid,
            'contextid' => context_module::instance($activity->cmid)->id,
            'capability' => 'mod/lti:view',
            'permission' => CAP_ALLOW,
        ]);
    }
}
