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

/**
 * External functions, and the service that the connector's token is for.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$functions = [
    'local_kvalitetsbro_get_limits' => [
        'classname' => 'local_kvalitetsbro\external\get_limits',
        'description' => 'How much a call may hold, which versions are installed, and what time it is here.',
        'type' => 'read',
        'capabilities' => 'local/kvalitetsbro:readcatalogue',
    ],
    'local_kvalitetsbro_get_completions' => [
        'classname' => 'local_kvalitetsbro\external\get_completions',
        'description' => 'Course completions after a cursor, in the order of time and id.',
        'type' => 'read',
        'capabilities' => 'local/kvalitetsbro:readcompletions',
        'readonlysession' => true,
    ],
    'local_kvalitetsbro_get_catalogue' => [
        'classname' => 'local_kvalitetsbro\external\get_catalogue',
        'description' => 'Courses that changed after a cursor, with their themes, and all categories.',
        'type' => 'read',
        'capabilities' => 'local/kvalitetsbro:readcatalogue',
        'readonlysession' => true,
    ],
    'local_kvalitetsbro_get_people' => [
        'classname' => 'local_kvalitetsbro\external\get_people',
        'description' => 'Accounts that changed after a cursor, with their cohorts.',
        'type' => 'read',
        'capabilities' => 'local/kvalitetsbro:readpeople',
        'readonlysession' => true,
    ],
    'local_kvalitetsbro_enrol_users' => [
        'classname' => 'local_kvalitetsbro\external\enrol_users',
        'description' => 'Assigns courses: enrols people, each row by itself, and keeps the reason and the due date.',
        'type' => 'write',
        'capabilities' => 'local/kvalitetsbro:assigncourses, enrol/manual:enrol, moodle/role:assign',
    ],
    'local_kvalitetsbro_unenrol_users' => [
        'classname' => 'local_kvalitetsbro\external\unenrol_users',
        'description' => 'Takes assignments back: ends manual enrolments, each row by itself.',
        'type' => 'write',
        'capabilities' => 'local/kvalitetsbro:assigncourses, enrol/manual:unenrol',
    ],
    'local_kvalitetsbro_set_themes' => [
        'classname' => 'local_kvalitetsbro\external\set_themes',
        'description' => 'Writes the themes into the competency framework of Kvalitetsbro.',
        'type' => 'write',
        'capabilities' => 'local/kvalitetsbro:managethemes, moodle/competency:competencymanage',
    ],
    'local_kvalitetsbro_attach_course' => [
        'classname' => 'local_kvalitetsbro\external\attach_course',
        'description' => 'Attaches a course to a theme.',
        'type' => 'write',
        'capabilities' => 'local/kvalitetsbro:attachcourse, moodle/competency:coursecompetencymanage',
    ],
    'local_kvalitetsbro_detach_course' => [
        'classname' => 'local_kvalitetsbro\external\detach_course',
        'description' => 'Detaches a course from a theme.',
        'type' => 'write',
        'capabilities' => 'local/kvalitetsbro:attachcourse, moodle/competency:coursecompetencymanage',
    ],
];

// A service that an administrator made by hand may well be called Kvalitetsbro, and names are unique in Moodle.
$services = [
    'Kvalitetsbro (local_kvalitetsbro)' => [
        'shortname' => 'local_kvalitetsbro',
        'enabled' => 1,
        'restrictedusers' => 1,
        'downloadfiles' => 0,
        'uploadfiles' => 0,
        'functions' => array_merge(array_keys($functions), [
            'core_completion_get_course_completion_status',
            'core_course_get_courses_by_field',
            'core_enrol_get_enrolled_users',
            'core_user_get_users_by_field',
            'core_webservice_get_site_info',
            'enrol_manual_enrol_users',
            'enrol_manual_unenrol_users',
            'tool_mobile_call_external_functions',
        ]),
    ],
];
