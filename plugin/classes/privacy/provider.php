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

namespace local_kvalitetsbro\privacy;

use context;
use context_course;
use context_system;
use core_privacy\local\metadata\collection;
use core_privacy\local\request\approved_contextlist;
use core_privacy\local\request\approved_userlist;
use core_privacy\local\request\contextlist;
use core_privacy\local\request\transform;
use core_privacy\local\request\userlist;
use core_privacy\local\request\writer;
use local_kvalitetsbro\local\assignments;
use local_kvalitetsbro\local\queue;

/**
 * What is stored about people: assignments, in the course's context, and events that wait for the connector, in the
 * system's. No survey result ever enters Moodle.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
class provider implements
    \core_privacy\local\metadata\provider,
    \core_privacy\local\request\core_userlist_provider,
    \core_privacy\local\request\plugin\provider {
    #[\Override]
    public static function get_metadata(collection $collection): collection {
        $collection->add_database_table('local_kvalitetsbro_assigned', [
            'userid' => 'privacy:assigned:userid',
            'courseid' => 'privacy:assigned:courseid',
            'reason' => 'privacy:assigned:reason',
            'duedate' => 'privacy:assigned:duedate',
            'assignedby' => 'privacy:assigned:assignedby',
            'timecreated' => 'privacy:assigned:timecreated',
            'timemodified' => 'privacy:assigned:timemodified',
        ], 'privacy:assigned');
        $collection->add_database_table('local_kvalitetsbro_queue', [
            'type' => 'privacy:queue:type',
            'time' => 'privacy:queue:time',
            'userid' => 'privacy:queue:userid',
            'courseid' => 'privacy:queue:courseid',
            'details' => 'privacy:queue:details',
        ], 'privacy:queue');
        $collection->add_external_location_link('connector', [
            'userid' => 'privacy:connector:userid',
            'idnumber' => 'privacy:connector:idnumber',
            'courses' => 'privacy:connector:courses',
            'cohorts' => 'privacy:connector:cohorts',
        ], 'privacy:connector');
        $collection->add_subsystem_link('core_calendar', [], 'privacy:calendar');
        $collection->add_subsystem_link('core_competency', [], 'privacy:competency');
        return $collection;
    }

    #[\Override]
    public static function get_contexts_for_userid(int $userid): contextlist {
        $contexts = new contextlist();
        $contexts->add_from_sql(
            'SELECT ctx.id
               FROM {context} ctx
               JOIN {local_kvalitetsbro_assigned} a ON a.courseid = ctx.instanceid AND ctx.contextlevel = :level
              WHERE a.userid = :userid OR a.assignedby = :leader',
            ['level' => CONTEXT_COURSE, 'userid' => $userid, 'leader' => $userid]
        );
        $contexts->add_from_sql(
            'SELECT ctx.id
               FROM {context} ctx
              WHERE ctx.contextlevel = :level
                AND EXISTS (SELECT 1 FROM {local_kvalitetsbro_queue} q WHERE q.userid = :userid)',
            ['level' => CONTEXT_SYSTEM, 'userid' => $userid]
        );
        return $contexts;
    }

    #[\Override]
    public static function get_users_in_context(userlist $userlist): void {
        $context = $userlist->get_context();
        if ($context instanceof context_course) {
            $params = ['courseid' => $context->instanceid];
            $userlist->add_from_sql(
                'userid',
                'SELECT userid FROM {local_kvalitetsbro_assigned} WHERE courseid = :courseid',
                $params
            );
            $userlist->add_from_sql(
                'assignedby',
                'SELECT assignedby FROM {local_kvalitetsbro_assigned} WHERE courseid = :courseid AND assignedby <> 0',
                $params
            );
        } else if ($context instanceof context_system) {
            $userlist->add_from_sql('userid', 'SELECT userid FROM {local_kvalitetsbro_queue} WHERE userid <> 0', []);
        }
    }

    #[\Override]
    public static function export_user_data(approved_contextlist $contextlist): void {
        $userid = (int) $contextlist->get_user()->id;
        foreach ($contextlist as $context) {
            if ($context instanceof context_course) {
                self::export_assigned($context, $userid);
            } else if ($context instanceof context_system) {
                self::export_queue($context, $userid);
            }
        }
    }

    /**
     * Exports what was assigned to the person in a course, and what they assigned to others, without whom.
     *
     * @param context_course $context the course
     * @param int $userid the person
     */
    private static function export_assigned(context_course $context, int $userid): void {
        global $DB;
        $writer = writer::with_context($context);
        $name = get_string('pluginname', 'local_kvalitetsbro');
        $assignment = assignments::find($userid, $context->instanceid);
        if ($assignment) {
            $writer->export_data([$name], (object) [
                'reason' => assignments::reason($assignment),
                'duedate' => $assignment->duedate ? transform::datetime($assignment->duedate) : '',
                'assignedby' => $assignment->assignedby ? transform::user($assignment->assignedby) : '',
                'timecreated' => transform::datetime($assignment->timecreated),
                'timemodified' => transform::datetime($assignment->timemodified),
            ]);
        }
        $given = $DB->get_fieldset_select(
            'local_kvalitetsbro_assigned',
            'timecreated',
            'assignedby = ? AND courseid = ?',
            [$userid, $context->instanceid]
        );
        if ($given) {
            $times = array_map(fn($time) => transform::datetime($time), $given);
            $writer->export_related_data([$name], 'assigned_to_others', (object) ['timecreated' => $times]);
        }
    }

    /**
     * Exports the events about the person that wait.
     *
     * @param context_system $context the site
     * @param int $userid the person
     */
    private static function export_queue(context_system $context, int $userid): void {
        global $DB;
        $events = $DB->get_records(queue::TABLE, ['userid' => $userid], 'id', 'id, type, time, courseid, details');
        if ($events) {
            $told = array_map(fn($event) => [
                'type' => $event->type,
                'time' => transform::datetime($event->time),
                'courseid' => $event->courseid,
                'details' => $event->details,
            ], array_values($events));
            writer::with_context($context)
                ->export_data([get_string('pluginname', 'local_kvalitetsbro')], (object) ['events' => $told]);
        }
    }

    #[\Override]
    public static function delete_data_for_all_users_in_context(context $context): void {
        global $DB;
        if ($context instanceof context_course) {
            assignments::delete(['courseid' => $context->instanceid]);
        } else if ($context instanceof context_system) {
            $DB->delete_records_select(queue::TABLE, 'userid <> 0');
        }
    }

    #[\Override]
    public static function delete_data_for_user(approved_contextlist $contextlist): void {
        foreach ($contextlist as $context) {
            self::delete_person($context, (int) $contextlist->get_user()->id);
        }
    }

    #[\Override]
    public static function delete_data_for_users(approved_userlist $userlist): void {
        foreach ($userlist->get_userids() as $userid) {
            self::delete_person($userlist->get_context(), (int) $userid);
        }
    }

    /**
     * Deletes what is stored about the person. What they assigned to others stays, without their name.
     *
     * @param context $context a course or the site
     * @param int $userid the person
     */
    private static function delete_person(context $context, int $userid): void {
        global $DB;
        if ($context instanceof context_course) {
            assignments::drop($userid, $context->instanceid);
            assignments::forget_assigner($userid, [$context->instanceid]);
        } else if ($context instanceof context_system) {
            $DB->delete_records(queue::TABLE, ['userid' => $userid]);
        }
    }
}
