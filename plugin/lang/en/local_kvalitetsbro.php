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
 * English texts.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

$string['accountlastname'] = 'connector';
$string['assignedby'] = 'Assigned by';
$string['assignerunknown'] = 'The course cannot have been assigned by the account {$a}: there is none.';
$string['checkconnector'] = 'Kvalitetsbro: the connector answers';
$string['checkconnectornone'] = 'No connector is set, so it is told of nothing. It can still read this site.';
$string['checkconnectorok'] = 'The connector answers and knows the shared secret.';
$string['checkconnectortrouble'] = 'The connector does not accept messages.';
$string['checklastread'] = 'Kvalitetsbro: last reading';
$string['checklastreadnever'] = 'The connector has not read anything yet.';
$string['checklastreadnotoken'] = 'The connector has no valid token.';
$string['checklastreadtime'] = 'The connector last used its token on {$a}.';
$string['checkmoodleversion'] = 'Kvalitetsbro: version of Moodle';
$string['checkmoodleversionlater'] = 'Moodle {$a} is later than what the plugin has been tried on. It should work; look for a newer plugin.';
$string['checkmoodleversionok'] = 'The plugin has been tried on this version of Moodle ({$a}).';
$string['checkqueue'] = 'Kvalitetsbro: events on their way';
$string['checkqueueempty'] = 'No events are waiting.';
$string['checkqueuewaiting'] = '{$a->events} events are waiting, the oldest for {$a->age}.';
$string['checksetup'] = 'Kvalitetsbro: set-up';
$string['checksetupmissing'] = '{$a} steps of the set-up are missing.';
$string['checksetupok'] = 'Everything that the connector needs is in order, its token too.';
$string['clibadvalue'] = '{$a} has a value that cannot be used.';
$string['clihelp'] = 'Sets the site up for the Kvalitetsbro connector and prints what the connector is told.
Doing it again changes nothing.

Options:
  --connector=URL   address of the connector, for events and for opening it
  --connector-key=FILE
                    the connector\'s public key (PEM or JWKS), where it cannot be read from the connector
  --secret=TEXT     shared secret; without it one is made
  -c, --check       only say what is missing; the exit code is 1 if anything is
  --remove          take the set-up back
  -h, --help        this text';
$string['connectorkeyunread'] = 'The connector tells no public RSA key.';
$string['connectorurl'] = 'Address of the connector';
$string['connectorurl_desc'] = 'Where Kvalitetsbro is, such as https://kvalitetsbro.example.dk. It is told of completions, enrolments and changes there, and people open it there. The address may be on an inner network. Without it nothing is sent.';
$string['courseclosed'] = 'The connector has no access to the course {$a}.';
$string['cursorinfuture'] = 'The cursor lies in the future. Begin again from the time that the last page told as now.';
$string['cursornegative'] = 'A cursor has no negative numbers.';
$string['datesinvalid'] = 'A date is negative, or the enrolment ends before it begins.';
$string['duecourse'] = 'Due: {$a}';
$string['duedate'] = 'Due date';
$string['evidence'] = 'Completion gives evidence';
$string['evidence_desc'] = 'Completing a course adds evidence to the person\'s competencies for the themes that the connector attached the course to. Links that were made in Moodle keep what was chosen there.';
$string['formatfield'] = 'Course field for the format';
$string['formatfield_desc'] = 'Short name of the custom course field that says how a course is held.';
$string['frameworkdescription'] = 'Written by the Kvalitetsbro connector: the quality themes of the municipality.';
$string['frameworkname'] = 'Quality themes (Kvalitetsbro)';
$string['guestsarenotallowed'] = 'The guest account cannot take a course.';
$string['hours'] = 'Hours';
$string['hoursfield'] = 'Course field for hours';
$string['hoursfield_desc'] = 'Short name of the custom course field that says how many hours a course takes.';
$string['invalidrecord'] = 'There is no course with the id {$a}.';
$string['invaliduser'] = 'There is no account with the id {$a}.';
$string['kvalitetsbro:assigncourses'] = 'Assign courses to people (the connector\'s account)';
$string['kvalitetsbro:attachcourse'] = 'Attach a course to themes (the connector\'s account)';
$string['kvalitetsbro:managethemes'] = 'Write themes into Moodle (the connector\'s account)';
$string['kvalitetsbro:openconnector'] = 'See the link to Kvalitetsbro, for leaders and administration';
$string['kvalitetsbro:readcatalogue'] = 'Read courses and categories (the connector\'s account)';
$string['kvalitetsbro:readcompletions'] = 'Read who has completed what (the connector\'s account)';
$string['kvalitetsbro:readpeople'] = 'Read id numbers and cohorts (the connector\'s account)';
$string['launchlinknone'] = 'Kvalitetsbro cannot be opened from here: the set-up of the plugin is not complete. An administrator can complete it.';
$string['limitinvalid'] = 'A page has from 1 to {$a} rows.';
$string['maynotenrol'] = 'The connector\'s role may not enrol people in the course {$a}.';
$string['maynotunenrol'] = 'The connector\'s role may not unenrol people from the course {$a}.';
$string['mycourses'] = 'My assigned courses';
$string['mycoursesintro'] = 'Courses that were assigned to you, those with the nearest due date first.';
$string['mycoursesnone'] = 'No course has been assigned to you.';
$string['neutralreason'] = 'Neutral reason';
$string['neutralreason_desc'] = 'What people read when no reason is shown to them. When left empty: "{$a}"';
$string['neutralreasondefault'] = 'This course is part of the quality work of your workplace.';
$string['nomanualenrolment'] = 'The course {$a} has no manual enrolment method that is switched on.';
$string['notaccepted'] = 'Not accepted: {$a}';
$string['noticedue'] = 'Due: {$a}';
$string['noticetitle'] = 'This course was assigned to you';
$string['openconnector'] = 'Go to Kvalitetsbro';
$string['openowncourses'] = 'See your courses in Kvalitetsbro';
$string['overdue'] = 'Overdue';
$string['pluginname'] = 'Kvalitetsbro';
$string['privacy:assigned'] = 'Why and by when people take courses, as the connector tells it.';
$string['privacy:assigned:assignedby'] = 'The leader who assigned the course.';
$string['privacy:assigned:courseid'] = 'The course.';
$string['privacy:assigned:duedate'] = 'By when the course is to be completed.';
$string['privacy:assigned:reason'] = 'Why, in words that name a theme and never a result.';
$string['privacy:assigned:timecreated'] = 'When the course was assigned.';
$string['privacy:assigned:timemodified'] = 'When the assignment was last changed.';
$string['privacy:assigned:userid'] = 'Who takes the course.';
$string['privacy:calendar'] = 'Due dates are shown in people\'s own calendars.';
$string['privacy:competency'] = 'Completing a course can add evidence to people\'s competencies.';
$string['privacy:connector'] = 'The connector of the municipality, which assigns courses and follows up on them.';
$string['privacy:connector:cohorts'] = 'The cohorts that people are in.';
$string['privacy:connector:courses'] = 'The courses that people are enrolled in and have completed.';
$string['privacy:connector:idnumber'] = 'The id number of the account, the key of an employee.';
$string['privacy:connector:userid'] = 'The number of the account.';
$string['privacy:queue'] = 'Events that wait until the connector has accepted them, usually for seconds.';
$string['privacy:queue:courseid'] = 'The course that the event is about.';
$string['privacy:queue:details'] = 'Details such as the enrolment method, or the id number of an account that was deleted.';
$string['privacy:queue:time'] = 'When it took place.';
$string['privacy:queue:type'] = 'What took place.';
$string['privacy:queue:userid'] = 'The person that the event is about.';
$string['reason'] = 'Why';
$string['reasontoolong'] = 'A reason has at most {$a} characters.';
$string['roledescription'] = 'What the Kvalitetsbro connector needs, and nothing else. The set-up of the plugin keeps it so.';
$string['rowfailed'] = 'The row could not be done.';
$string['rowsmissing'] = 'Of {$a->expected} rows {$a->arrived} arrived, so none was done. PHP drops input over max_input_vars ({$a->limit}): send fewer rows, or raise it.';
$string['scalename'] = 'Kvalitetsbro';
$string['scalevalues'] = 'Not yet,Achieved';
$string['secret'] = 'Shared secret';
$string['secret_desc'] = 'Events are signed with it. The connector has the same. The set-up makes one.';
$string['settings'] = 'Settings';
$string['setup'] = 'Set-up';
$string['setupdone'] = 'The site is set up.';
$string['setupintro'] = 'Everything that the site needs before Kvalitetsbro can use it. Doing it again changes nothing.';
$string['setupremove'] = 'Take the set-up back';
$string['setupremoveconfirm'] = 'Kvalitetsbro loses its access at once. What the set-up switched on or made is switched off or deleted. Activities that teachers placed with the tool open nothing any more. Assignments and themes stay. Go on?';
$string['setupremoved'] = 'The set-up has been taken back.';
$string['setuprun'] = 'Set up now';
$string['setuptell'] = 'Tell the connector:';
$string['setupwait'] = 'What the connector did not accept is tried again every five minutes.';
$string['showreasons'] = 'Show reasons';
$string['showreasons_desc'] = 'People read why a course was assigned to them, in words that name a theme. While it is off, everybody reads the neutral reason and no other is stored. Leave it off until the results in Kvalitetsbro are under full disclosure control.';
$string['statusbegun'] = 'Begun';
$string['statuscompleted'] = 'Completed {$a}';
$string['statusnotbegun'] = 'Not begun';
$string['step'] = 'Step';
$string['stepaccount'] = 'The connector\'s account exists and is not suspended';
$string['stepallowassign'] = 'The connector\'s role may assign the student role';
$string['stepauthorised'] = 'The account is on the service\'s list';
$string['stepcapabilities'] = 'The role has exactly the capabilities that are needed';
$string['stepcompetencies'] = 'Competencies are on';
$string['stepcompletion'] = 'Completion tracking is on';
$string['stepdone'] = 'In order';
$string['stepidnumberlock'] = 'Nobody can change their own ID number, by which the connector knows them';
$string['stepltikey'] = 'The connector\'s public key is pasted into the tool';
$string['stepltilink'] = 'The tool can be opened from My assigned courses';
$string['stepltimodule'] = 'External tools (LTI) are on';
$string['stepltitold'] = 'The connector knows this site as an LTI platform';
$string['stepltitool'] = 'The connector is an external tool (LTI 1.3)';
$string['stepmissing'] = 'Missing';
$string['steprest'] = 'The REST protocol is on';
$string['steprole'] = 'The connector\'s role exists';
$string['steproleassigned'] = 'The account has the role in the whole site';
$string['stepsecret'] = 'There is a shared secret for events';
$string['stepservice'] = 'The service of the plugin is on';
$string['steptoken'] = 'The account has a token that is valid';
$string['stepwebservices'] = 'Web services are on';
$string['taskkeeptool'] = 'Keep Kvalitetsbro and this site knowing each other\'s keys';
$string['taskresumeposting'] = 'See that waiting events are sent to Kvalitetsbro';
$string['themeincomplete'] = 'A theme has a code and a name.';
$string['themetoolong'] = 'The code and the name of a theme have at most {$a} characters each.';
$string['themeunknown'] = 'There is no theme with the code {$a}.';
$string['tooldescription'] = 'Surveys, workshops and courses of the quality work. People are known there by their ID number.';
$string['userdeleted'] = 'The account {$a} has been deleted.';
$string['usersuspended'] = 'The account {$a} is suspended.';
$string['wsusercannotassign'] = 'The connector\'s role may not assign the role {$a->role} in the course {$a->course}.';
