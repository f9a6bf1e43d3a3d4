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
use core_external\util;
use stdClass;

/**
 * Everything that a site needs before the connector can use it, in steps. Each step can be looked at, done, and done
 * again without harm.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class setup {
    /** @var string the service of db/services.php */
    public const SERVICE = 'local_kvalitetsbro';

    /** @var string user name of the connector's account, and short name of its role */
    public const NAME = 'kvalitetsbro';

    /**
     * Does whatever is missing. A step that needs the connector stays missing while the connector does not answer.
     *
     * @param callable|null $report is told the name of a step that could not be done, and why
     * @return string[] the steps that were missing and are done
     */
    public static function run(?callable $report = null): array {
        $done = [];
        foreach (self::steps() as $name => [$isdone, $do]) {
            if (!$isdone()) {
                try {
                    $do();
                    $done[] = $name;
                } catch (connector_trouble $e) {
                    $report && $report($name, $e->getMessage());
                }
            }
        }
        return $done;
    }

    /**
     * Looks at every step.
     *
     * @return array<string, bool> whether it is done, by name
     */
    public static function check(): array {
        return array_map(fn(array $step) => (bool) $step[0](), self::steps());
    }

    /**
     * Takes the set-up back: ends the connector's access, and undoes what the set-up itself did to the site. An account,
     * a role or a switch that was there before stays.
     */
    public static function remove(): void {
        global $CFG, $DB;
        require_once($CFG->dirroot . '/user/lib.php');
        $account = self::account();
        $service = self::service();
        if ($service) {
            $DB->delete_records('external_tokens', ['externalserviceid' => $service->id]);
            $DB->delete_records('external_services_users', ['externalserviceid' => $service->id]);
        }
        $role = connector_role::find();
        if ($role && $account) {
            role_unassign($role->id, $account->id, context_system::instance()->id);
        }
        platform::end();
        launch_link::delete_all();
        idnumber_lock::undo();
        $undo = [
            'ltitool' => fn() => lti_tool::delete(),
            'ltimodule' => fn() => \core\plugininfo\mod::enable_plugin('lti', 0),
            'role' => fn() => $role && delete_role($role->id),
            'account' => fn() => $account && user_delete_user($account),
            'webservices' => fn() => set_config('enablewebservices', 0),
            'rest' => fn() => \core\plugininfo\webservice::enable_plugin('rest', 0),
            'completion' => fn() => set_config('enablecompletion', 0),
            'competencies' => fn() => set_config('enabled', 0, 'core_competency'),
        ];
        foreach (array_intersect_key($undo, array_flip(self::made())) as $step) {
            $step();
        }
        foreach (['made', 'secret', 'ltitool', 'ltitold'] as $name) {
            unset_config($name, 'local_kvalitetsbro');
        }
    }

    /**
     * The steps in their order.
     *
     * @return array<string, array{0: callable, 1: callable}> by name: whether it is done, and how to do it
     */
    private static function steps(): array {
        return [
            'webservices' => [
                fn() => get_config('core', 'enablewebservices'),
                fn() => self::make('webservices', fn() => set_config('enablewebservices', 1)),
            ],
            'rest' => [
                fn() => array_key_exists('rest', \core\plugininfo\webservice::get_enabled_plugins() ?? []),
                fn() => self::make('rest', fn() => \core\plugininfo\webservice::enable_plugin('rest', 1)),
            ],
            'completion' => [
                fn() => get_config('core', 'enablecompletion'),
                fn() => self::make('completion', fn() => set_config('enablecompletion', 1)),
            ],
            'competencies' => [
                fn() => get_config('core_competency', 'enabled'),
                fn() => self::make('competencies', fn() => set_config('enabled', 1, 'core_competency')),
            ],
            'account' => [
                fn() => self::account() && !self::account()->suspended,
                fn() => self::make_account(),
            ],
            'role' => [fn() => connector_role::find(), fn() => self::make('role', fn() => connector_role::make())],
            'capabilities' => [
                fn() => connector_role::is_exact(),
                fn() => connector_role::set_capabilities(),
            ],
            'allowassign' => [
                fn() => connector_role::may_assign(),
                fn() => connector_role::allow_assign(),
            ],
            'roleassigned' => [
                fn() => connector_role::find() && self::account()
                    && user_has_role_assignment(self::account()->id, connector_role::find()->id, context_system::instance()->id),
                fn() => role_assign(connector_role::find()->id, self::account()->id, context_system::instance()->id),
            ],
            'service' => [fn() => self::service()?->enabled, fn() => self::enable_service()],
            'authorised' => [fn() => self::is_authorised(), fn() => self::authorise()],
            'token' => [fn() => self::token() !== null, fn() => self::make_token()],
            'secret' => [
                fn() => (string) get_config('local_kvalitetsbro', 'secret') !== '',
                fn() => set_config('secret', bin2hex(random_bytes(32)), 'local_kvalitetsbro'),
            ],
        ] + (connector::url() === '' ? [] : self::launch_steps());
    }

    /**
     * What people need to open the connector from here; nothing while no connector is set.
     *
     * @return array<string, array{0: callable, 1: callable}> as in {@see self::steps()}
     */
    private static function launch_steps(): array {
        return [
            'idnumberlock' => [fn() => idnumber_lock::is_on(), fn() => idnumber_lock::lock()],
            'ltimodule' => [
                fn() => array_key_exists('lti', \core\plugininfo\mod::get_enabled_plugins() ?? []),
                fn() => self::make('ltimodule', fn() => \core\plugininfo\mod::enable_plugin('lti', 1)),
            ],
            'ltitool' => [
                fn() => lti_tool::is_right(),
                fn() => lti_tool::find() ? lti_tool::mend() : self::make('ltitool', fn() => lti_tool::make()),
            ],
            'ltilink' => [fn() => launch_link::are_right(), fn() => launch_link::make()],
            'ltikey' => [fn() => connector_key::is_pasted(), fn() => connector_key::paste()],
            'ltitold' => [fn() => platform::is_told(), fn() => platform::tell()],
        ];
    }

    /**
     * Does something that {@see self::remove()} takes back.
     *
     * @param string $name the step
     * @param callable $do does it
     */
    private static function make(string $name, callable $do): void {
        $do();
        set_config('made', implode(',', array_unique([...self::made(), $name])), 'local_kvalitetsbro');
    }

    /**
     * The steps that the set-up did itself.
     *
     * @return string[]
     */
    private static function made(): array {
        return array_filter(explode(',', (string) get_config('local_kvalitetsbro', 'made')));
    }

    /**
     * The connector's account.
     *
     * @return stdClass|null
     */
    public static function account(): ?stdClass {
        global $CFG, $DB;
        return $DB->get_record(
            'user',
            ['username' => self::NAME, 'mnethostid' => $CFG->mnet_localhost_id, 'deleted' => 0]
        ) ?: null;
    }

    /**
     * Makes the account, with a password that nobody knows, or lets it in again.
     */
    private static function make_account(): void {
        global $CFG;
        require_once($CFG->dirroot . '/user/lib.php');
        $account = self::account();
        if ($account) {
            user_update_user((object) ['id' => $account->id, 'suspended' => 0], false);
            return;
        }
        self::make('account', fn() => user_create_user((object) [
            'username' => self::NAME,
            'auth' => 'manual',
            'password' => hash_internal_user_password(bin2hex(random_bytes(32))),
            'confirmed' => 1,
            'firstname' => 'Kvalitetsbro',
            'lastname' => get_string('accountlastname', 'local_kvalitetsbro'),
            'email' => self::NAME . '@localhost.invalid',
            'emailstop' => 1,
            'mnethostid' => $CFG->mnet_localhost_id,
        ], false));
    }

    /**
     * The service of db/services.php.
     *
     * @return stdClass|null
     */
    private static function service(): ?stdClass {
        global $DB;
        return $DB->get_record('external_services', ['shortname' => self::SERVICE]) ?: null;
    }

    /**
     * Lets the service be used.
     */
    private static function enable_service(): void {
        global $DB;
        $DB->set_field('external_services', 'enabled', 1, ['shortname' => self::SERVICE]);
    }

    /**
     * Whether the account is on the service's list.
     *
     * @return bool
     */
    private static function is_authorised(): bool {
        global $DB;
        return self::service() && self::account() && $DB->record_exists(
            'external_services_users',
            ['externalserviceid' => self::service()->id, 'userid' => self::account()->id]
        );
    }

    /**
     * Puts the account on the service's list.
     */
    private static function authorise(): void {
        global $CFG;
        require_once($CFG->dirroot . '/webservice/lib.php');
        (new \webservice())->add_ws_authorised_user(
            (object) ['externalserviceid' => self::service()->id, 'userid' => self::account()->id]
        );
    }

    /**
     * The connector's token, if one is valid now.
     *
     * @return stdClass|null
     */
    public static function token(): ?stdClass {
        global $DB;
        if (!self::service() || !self::account()) {
            return null;
        }
        $tokens = $DB->get_records_select(
            'external_tokens',
            'externalserviceid = ? AND userid = ? AND tokentype = ? AND (validuntil IS NULL OR validuntil = 0 OR validuntil > ?)',
            [self::service()->id, self::account()->id, EXTERNAL_TOKEN_PERMANENT, time()],
            'id',
            '*',
            0,
            1
        );
        return reset($tokens) ?: null;
    }

    /**
     * Makes a token that does not expire.
     */
    private static function make_token(): void {
        util::generate_token(
            EXTERNAL_TOKEN_PERMANENT,
            self::service(),
            self::account()->id,
            context_system::instance(),
            0,
            '',
            'Kvalitetsbro'
        );
    }
}
