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

use context_system;
use stdClass;

/**
 * The role of the connector's account: what it allows, and which roles it may give.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class connector_role {
    /** @var string[] exactly what the connector needs */
    public const CAPABILITIES = [
        'enrol/manual:enrol',
        'enrol/manual:unenrol',
        'local/kvalitetsbro:assigncourses',
        'local/kvalitetsbro:attachcourse',
        'local/kvalitetsbro:managethemes',
        'local/kvalitetsbro:readcatalogue',
        'local/kvalitetsbro:readcompletions',
        'local/kvalitetsbro:readpeople',
        'moodle/competency:competencymanage',
        'moodle/competency:coursecompetencymanage',
        'moodle/course:update',
        'moodle/course:view',
        'moodle/course:viewhiddencourses',
        'moodle/course:viewparticipants',
        'moodle/role:assign',
        'moodle/user:viewalldetails',
        'moodle/user:viewdetails',
        'report/completion:view',
        'webservice/rest:use',
    ];

    /**
     * The connector's role.
     *
     * @return stdClass|null
     */
    public static function find(): ?stdClass {
        global $DB;
        return $DB->get_record('role', ['shortname' => setup::NAME]) ?: null;
    }

    /**
     * Makes the role.
     */
    public static function make(): void {
        create_role('Kvalitetsbro', setup::NAME, get_string('roledescription', 'local_kvalitetsbro'));
    }

    /**
     * What the role allows everywhere.
     *
     * @return string[] in the order of their names
     */
    private static function capabilities(): array {
        global $DB;
        if (!self::find()) {
            return [];
        }
        $allowed = $DB->get_fieldset_select(
            'role_capabilities',
            'capability',
            'roleid = ? AND contextid = ? AND permission = ?',
            [self::find()->id, context_system::instance()->id, CAP_ALLOW]
        );
        sort($allowed);
        return $allowed;
    }

    /**
     * Whether the role has what it needs, nothing else, and can be given in the whole site.
     *
     * @return bool
     */
    public static function is_exact(): bool {
        return self::capabilities() === self::CAPABILITIES
            && in_array(CONTEXT_SYSTEM, get_role_contextlevels(self::find()->id));
    }

    /**
     * Gives the role what it needs and takes the rest.
     */
    public static function set_capabilities(): void {
        $role = self::find();
        $system = context_system::instance();
        set_role_contextlevels($role->id, [CONTEXT_SYSTEM]);
        foreach (array_diff(self::capabilities(), self::CAPABILITIES) as $capability) {
            unassign_capability($capability, $role->id, $system->id);
        }
        foreach (self::CAPABILITIES as $capability) {
            assign_capability($capability, CAP_ALLOW, $role->id, $system->id, true);
        }
        accesslib_clear_all_caches(true);
    }

    /**
     * Learners' roles that the connector's role may not give yet. Moodle refuses every enrolment until it may.
     *
     * @return int[]
     */
    private static function not_assignable(): array {
        global $DB;
        $students = array_keys(get_archetype_roles('student'));
        $allowed = self::find()
            ? $DB->get_fieldset_select('role_allow_assign', 'allowassign', 'roleid = ?', [self::find()->id])
            : [];
        return array_diff($students, $allowed);
    }

    /**
     * Whether the role may give every learner's role.
     *
     * @return bool
     */
    public static function may_assign(): bool {
        return self::find() && !self::not_assignable();
    }

    /**
     * Lets the role give every learner's role.
     */
    public static function allow_assign(): void {
        foreach (self::not_assignable() as $student) {
            core_role_set_assign_allowed(self::find()->id, $student);
        }
    }
}
