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

/**
 * Tests of {@see setup}.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
#[\PHPUnit\Framework\Attributes\CoversClass(setup::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(connector_role::class)]
final class setup_test extends \advanced_testcase {
    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->setAdminUser();
    }

    public function test_everything_is_missing_at_first_and_in_order_afterwards(): void {
        set_config('enablewebservices', 0);
        set_config('enablecompletion', 0);
        $before = setup::check();
        foreach (['webservices', 'rest', 'completion', 'account', 'role', 'capabilities', 'roleassigned', 'token'] as $step) {
            $this->assertFalse($before[$step], $step);
        }

        setup::run();

        $this->assertNotContains(false, setup::check());
        $token = setup::token();
        $this->assertEquals(setup::account()->id, $token->userid);
        $this->assertTrue(has_capability('local/kvalitetsbro:assigncourses', context_system::instance(), $token->userid));
    }

    public function test_doing_it_again_changes_nothing(): void {
        global $DB;
        setup::run();
        $tables = ['config', 'config_plugins', 'external_tokens', 'external_services_users', 'role', 'role_capabilities',
            'role_allow_assign', 'role_assignments', 'role_context_levels', 'user'];
        $rows = fn() => array_map(fn($table) => $DB->get_records($table, null, 'id'), $tables);
        $before = $rows();

        $this->assertSame([], setup::run());

        $this->assertEquals($before, $rows());
    }

    public function test_the_role_has_exactly_what_is_needed(): void {
        global $DB;
        setup::run();
        $role = $DB->get_field('role', 'id', ['shortname' => setup::NAME]);
        assign_capability('moodle/site:config', CAP_ALLOW, $role, context_system::instance()->id);
        unassign_capability('moodle/course:view', $role);
        $this->assertFalse(setup::check()['capabilities']);

        $this->assertSame(['capabilities'], setup::run());

        $this->assertEqualsCanonicalizing(
            connector_role::CAPABILITIES,
            $DB->get_fieldset('role_capabilities', 'capability', ['roleid' => $role])
        );
        foreach (connector_role::CAPABILITIES as $capability) {
            $this->assertNotNull(get_capability_info($capability), $capability);
        }
    }

    public function test_whatever_is_lost_is_found_missing_and_made_again(): void {
        global $DB;
        setup::run();
        $losses = [
            'rest' => fn() => \core\plugininfo\webservice::enable_plugin('rest', 0),
            'account' => fn() => $DB->set_field('user', 'suspended', 1, ['username' => setup::NAME]),
            'allowassign' => fn() => $DB->delete_records('role_allow_assign', [
                'roleid' => $DB->get_field('role', 'id', ['shortname' => setup::NAME]),
            ]),
            'service' => fn() => $DB->set_field('external_services', 'enabled', 0, ['shortname' => setup::SERVICE]),
            'authorised' => fn() => $DB->delete_records('external_services_users'),
            'token' => fn() => $DB->set_field('external_tokens', 'validuntil', 1),
            'secret' => fn() => set_config('secret', '', 'local_kvalitetsbro'),
        ];
        foreach ($losses as $step => $lose) {
            $lose();
            $this->assertFalse(setup::check()[$step], $step);
            $this->assertSame([$step], setup::run());
        }
    }

    public function test_removing_takes_back_what_the_set_up_made(): void {
        global $DB;
        set_config('enablewebservices', 0);
        $before = $DB->count_records('role');
        setup::run();
        $account = setup::account();

        setup::remove();

        $this->assertEquals(0, get_config('core', 'enablewebservices'));
        $this->assertNull(setup::token());
        $this->assertFalse($DB->record_exists('external_tokens', ['userid' => $account->id]));
        $this->assertNull(setup::account());
        $this->assertSame($before, $DB->count_records('role'));

        setup::run();
        $this->assertNotContains(false, setup::check());
    }

    public function test_removing_leaves_what_was_there_before(): void {
        global $DB;
        set_config('enablewebservices', 1);
        $account = $this->getDataGenerator()->create_user(['username' => setup::NAME]);
        create_role('Kvalitetsbro', setup::NAME, '');
        setup::run();

        setup::remove();

        $this->assertEquals(1, get_config('core', 'enablewebservices'));
        $this->assertEquals(0, $DB->get_field('user', 'deleted', ['id' => $account->id]));
        $this->assertTrue($DB->record_exists('role', ['shortname' => setup::NAME]));
        $this->assertFalse($DB->record_exists('role_assignments', ['userid' => $account->id]));
        $this->assertNull(setup::token());
    }

    public function test_the_service_holds_every_function_of_the_plugin(): void {
        global $DB;
        $service = $DB->get_record('external_services', ['shortname' => setup::SERVICE], '*', MUST_EXIST);
        $served = $DB->get_fieldset('external_services_functions', 'functionname', ['externalserviceid' => $service->id]);
        $own = $DB->get_fieldset('external_functions', 'name', ['component' => 'local_kvalitetsbro']);
        $this->assertCount(9, $own);
        $this->assertSame([], array_diff($own, $served));
        foreach ($served as $function) {
            $this->assertTrue($DB->record_exists('external_functions', ['name' => $function]), $function);
        }
        $this->assertEquals(1, $service->restrictedusers);
    }
}
