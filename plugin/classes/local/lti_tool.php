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
 * The connector as an external tool (LTI 1.3): people open it from this site and are known there.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class lti_tool {
    /**
     * The tool; one that is there already with the connector's address is used, however it came.
     *
     * @return stdClass|null
     */
    public static function find(): ?stdClass {
        global $DB;
        self::require_library();
        $own = $DB->get_record('lti_types', ['id' => (int) get_config('local_kvalitetsbro', 'ltitool')]);
        if ($own || connector::url() === '') {
            return $own ?: null;
        }
        $there = $DB->get_records_select(
            'lti_types',
            $DB->sql_compare_text('baseurl', 255) . ' = ? AND course = ? AND ltiversion = ?',
            [connector::address('/app/lti/launch'), SITEID, LTI_VERSION_1P3],
            'id',
            '*',
            0,
            1
        );
        return reset($there) ?: null;
    }

    /**
     * Whether the tool is there with everything that launches depend on.
     *
     * @return bool
     */
    public static function is_right(): bool {
        $tool = self::find();
        if (!$tool || $tool->state != LTI_TOOL_STATE_CONFIGURED) {
            return false;
        }
        $is = (array) lti_get_type_type_config($tool->id);
        foreach (self::needed() as $setting => $value) {
            if ((string) ($is[$setting] ?? '') !== (string) $value) {
                return false;
            }
        }
        return true;
    }

    /**
     * Registers the tool.
     */
    public static function make(): void {
        self::require_library();
        $suggested = [
            'lti_typename' => get_string('pluginname', 'local_kvalitetsbro'),
            'lti_description' => get_string('tooldescription', 'local_kvalitetsbro'),
            'lti_coursevisible' => LTI_COURSEVISIBLE_ACTIVITYCHOOSER,
            'lti_launchcontainer' => LTI_LAUNCH_CONTAINER_WINDOW,
            'lti_organizationid_default' => LTI_DEFAULT_ORGID_SITEID,
            'lti_sendname' => LTI_SETTING_ALWAYS,
            'lti_customparameters' => '',
        ];
        $id = lti_add_type(
            (object) ['state' => LTI_TOOL_STATE_CONFIGURED],
            (object) ($suggested + self::needed())
        );
        set_config('ltitool', $id, 'local_kvalitetsbro');
    }

    /**
     * Sets right what launches depend on. The rest is the administrator's: name, window, where it is offered.
     */
    public static function mend(): void {
        global $DB;
        $tool = self::find();
        $is = (array) lti_get_type_type_config($tool->id);
        unset($is['lti_clientid_disabled']);
        $categories = $DB->get_fieldset('lti_types_categories', 'categoryid', ['typeid' => $tool->id]);
        lti_update_type(
            (object) ['id' => $tool->id, 'state' => LTI_TOOL_STATE_CONFIGURED],
            (object) (self::needed() + $is + ['lti_coursecategories' => implode(',', $categories)])
        );
        set_config('ltitool', $tool->id, 'local_kvalitetsbro');
    }

    /**
     * Takes the tool away. Activities that teachers placed with it stay, and open nothing.
     */
    public static function delete(): void {
        $tool = self::find();
        if ($tool) {
            lti_delete_type($tool->id);
        }
    }

    /**
     * The connector's public key as it was pasted into the tool; empty when none was.
     *
     * @return string
     */
    public static function key(): string {
        $tool = self::find();
        return $tool ? lti_get_type_type_config($tool->id)->lti_publickey ?? '' : '';
    }

    /**
     * Pastes the connector's public key. Moodle holds one, so a new key takes the place of the old one.
     *
     * @param string $pem the key
     */
    public static function paste_key(string $pem): void {
        $tool = self::find();
        if ($tool) {
            lti_update_config((object) ['typeid' => $tool->id, 'name' => 'publickey', 'value' => $pem]);
        }
    }

    /**
     * What launches depend on. No e-mail address is sent: nobody is matched by it. Columns of grades are not managed.
     * Content is chosen at the tool's own address; a tool that registered itself keeps another, which a connector that
     * moves would leave behind.
     *
     * @return array<string, string|int> by the names of Moodle's form
     */
    private static function needed(): array {
        return [
            'lti_toolurl' => connector::address('/app/lti/launch'),
            'lti_initiatelogin' => connector::address('/app/lti/login'),
            'lti_redirectionuris' => connector::address('/app/lti/launch'),
            'lti_toolurl_ContentItemSelectionRequest' => '',
            'lti_ltiversion' => LTI_VERSION_1P3,
            'lti_keytype' => LTI_RSA_KEY,
            'lti_contentitem' => 1,
            'lti_acceptgrades' => LTI_SETTING_DELEGATE,
            'lti_sendemailaddr' => LTI_SETTING_NEVER,
            'ltiservice_gradesynchronization' => 1,
            'ltiservice_memberships' => 1,
            'ltiservice_toolsettings' => 0,
        ];
    }

    /**
     * Loads the functions of Moodle's external tools.
     */
    public static function require_library(): void {
        global $CFG;
        require_once($CFG->dirroot . '/mod/lti/lib.php');
        require_once($CFG->dirroot . '/mod/lti/locallib.php');
    }
}
