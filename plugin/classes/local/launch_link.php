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
 * Moodle signs launches of activities only, so the set-up places some on the front page. They are not shown there.
 * Everybody who is signed in may open them, guests not; who gets a link is decided where the link stands, and what they see
 * then in the connector.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class launch_link {
    /** @var array<string, string> what can be opened, by the id number of its activity: pages of the connector */
    private const PAGES = [self::START => '', self::OWN => '/app/mine-forloeb'];

    /** @var string where the connector has everybody begin */
    public const START = 'local_kvalitetsbro';

    /** @var string the courses that one was assigned */
    public const OWN = 'local_kvalitetsbro_own';

    /** @var int a section of the front page that Moodle does not show: 0 is the main menu, 1 the front page's own */
    private const SECTION = 2;

    /**
     * Whether everybody can open the connector.
     *
     * @return bool
     */
    public static function are_right(): bool {
        foreach (array_keys(self::PAGES) as $page) {
            if (!self::is_right($page)) {
                return false;
            }
        }
        return true;
    }

    /**
     * Places what is missing, in place of what cannot be opened.
     */
    public static function make(): void {
        foreach (array_keys(self::PAGES) as $page) {
            if (!self::is_right($page)) {
                self::delete($page);
                self::place($page);
            }
        }
    }

    /**
     * Takes all of them away.
     */
    public static function delete_all(): void {
        array_map(self::delete(...), array_keys(self::PAGES));
    }

    /**
     * Whether everybody can open a page.
     *
     * @param string $page which one
     * @return bool
     */
    private static function is_right(string $page): bool {
        $activity = self::find($page);
        return $activity && $activity->visible && $activity->typeid === lti_tool::find()?->id
            && $activity->toolurl === self::address($page) && self::is_allowed($activity);
    }

    /**
     * Places an activity. Its address is written afterwards: Moodle would read there whether it is a tool's description.
     *
     * @param string $page which one
     */
    private static function place(string $page): void {
        global $CFG, $DB;
        require_once($CFG->dirroot . '/course/lib.php');
        $made = create_module((object) [
            'modulename' => 'lti',
            'course' => SITEID,
            'section' => self::SECTION,
            'visible' => 1,
            'cmidnumber' => $page,
            'name' => get_string('pluginname', 'local_kvalitetsbro'),
            'introeditor' => ['text' => '', 'format' => FORMAT_HTML, 'itemid' => 0],
            'typeid' => lti_tool::find()->id,
            'toolurl' => '',
            'instructorchoiceacceptgrades' => LTI_SETTING_NEVER,
        ]);
        $DB->set_field('lti', 'toolurl', self::address($page), ['id' => $made->instance]);
        assign_capability('mod/lti:view', CAP_ALLOW, $CFG->defaultuserroleid, context_module::instance($made->coursemodule)->id);
    }

    /**
     * The address that is opened.
     *
     * @param string $page which one
     * @return string empty for the tool's own
     */
    private static function address(string $page): string {
        return self::PAGES[$page] === '' ? '' : connector::address(self::PAGES[$page]);
    }

    /**
     * Takes an activity away.
     *
     * @param string $page which one
     */
    private static function delete(string $page): void {
        global $CFG;
        require_once($CFG->dirroot . '/course/lib.php');
        $activity = self::find($page);
        if ($activity) {
            course_delete_module($activity->cmid);
        }
    }

    /**
     * Where a link leads.
     *
     * @param string $page which one
     * @return string
     */
    public static function url(string $page): string {
        return (new \moodle_url('/local/kvalitetsbro/open.php', ['page' => $page]))->out(false);
    }

    /**
     * What sends the reader to the connector.
     *
     * @param string $page which one
     * @return string Moodle's form that sends itself
     */
    public static function form(string $page): string {
        global $DB;
        $activity = self::find($page) ?? throw new \moodle_exception('launchlinknone', 'local_kvalitetsbro');
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
     * @param string $page which one
     * @return stdClass|null with cmid, visible, id, typeid and toolurl
     */
    private static function find(string $page): ?stdClass {
        global $DB;
        lti_tool::require_library();
        $found = $DB->get_records_sql(
            'SELECT cm.id AS cmid, cm.visible, l.id, l.typeid, l.toolurl
               FROM {course_modules} cm
               JOIN {modules} m ON m.id = cm.module AND m.name = ?
               JOIN {lti} l ON l.id = cm.instance
              WHERE cm.course = ? AND cm.idnumber = ? AND cm.deletioninprogress = 0
           ORDER BY cm.id',
            ['lti', SITEID, $page],
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
