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
 * What tests of the plugin begin with.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

use GuzzleHttp\Handler\MockHandler;
use GuzzleHttp\HandlerStack;
use GuzzleHttp\Middleware;
use GuzzleHttp\Psr7\Response;
use local_kvalitetsbro\local\connector_client;
use local_kvalitetsbro\local\setup;

/**
 * Generator of the plugin.
 */
class local_kvalitetsbro_generator extends component_generator_base {
    /** @var string the secret that this site and the invented connector share */
    public const SECRET = 'a secret of both';

    /**
     * Sets the site up and goes on as the connector's account.
     *
     * @return stdClass the account
     */
    public function act_as_connector(): stdClass {
        global $DB;
        setup::run();
        $account = $DB->get_record('user', ['username' => setup::NAME], '*', MUST_EXIST);
        \core\session\manager::set_user($account);
        return $account;
    }

    /**
     * Tells the site of a connector, which then gives these answers.
     *
     * @param array $sent collects what it is sent
     * @param int|string ...$answers HTTP statuses, or bodies of status 200, in order
     */
    public function connect(array &$sent = [], int|string ...$answers): void {
        set_config('connectorurl', 'https://kvalitetsbro.invalid/', 'local_kvalitetsbro');
        set_config('secret', self::SECRET, 'local_kvalitetsbro');
        $responses = array_map(fn($answer) => is_int($answer) ? new Response($answer) : new Response(200, [], $answer), $answers);
        $handlers = HandlerStack::create(new MockHandler($responses));
        $handlers->push(Middleware::history($sent));
        \core\di::set(connector_client::class, new connector_client(['handler' => $handlers]));
    }

    /**
     * A new key of the connector.
     *
     * @param string $kid its name
     * @return array{0: string, 1: array} the public half in PEM, and as a JWK
     */
    public function create_key(string $kid = 'first'): array {
        $details = openssl_pkey_get_details(openssl_pkey_new(['private_key_bits' => 2048]));
        $encode = fn(string $bytes): string => rtrim(strtr(base64_encode($bytes), '+/', '-_'), '=');
        return [$details['key'], [
            'kty' => 'RSA', 'use' => 'sig', 'alg' => 'RS256', 'kid' => $kid,
            'n' => $encode($details['rsa']['n']), 'e' => $encode($details['rsa']['e']),
        ]];
    }

    /**
     * Assigns a course to somebody who is enrolled in it.
     *
     * @param stdClass $user who takes it
     * @param stdClass $course the course
     * @param array $more reason, duedate, assignedby
     * @return stdClass the assignment
     */
    public function create_assignment(stdClass $user, stdClass $course, array $more = []): stdClass {
        $this->datagenerator->enrol_user($user->id, $course->id, 'student');
        \local_kvalitetsbro\local\assignments::save($user->id, $course, $more);
        return \local_kvalitetsbro\local\assignments::find($user->id, $course->id);
    }

    /**
     * Marks a course as completed, without any of what Moodle does then.
     *
     * @param int $userid who completed it
     * @param int $courseid the course
     * @param int $time when
     * @return int id of the completion
     */
    public function create_completion(int $userid, int $courseid, int $time): int {
        global $DB;
        return $DB->insert_record('course_completions', [
            'userid' => $userid,
            'course' => $courseid,
            'timeenrolled' => 0,
            'timestarted' => 0,
            'timecompleted' => $time,
            'reaggregate' => 0,
        ]);
    }
}
