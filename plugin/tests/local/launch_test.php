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

use local_kvalitetsbro\output\my_courses;
use local_kvalitetsbro\task\keep_tool;

/**
 * Tests of what opens the connector from this site.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
#[\PHPUnit\Framework\Attributes\CoversClass(lti_tool::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(launch_link::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(platform::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(keep_tool::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(setup::class)]
final class launch_test extends \advanced_testcase {
    /** @var string[] the steps that need a connector */
    private const STEPS = ['idnumberlock', 'ltimodule', 'ltitool', 'ltilink', 'ltikey', 'ltitold'];

    /** @var \local_kvalitetsbro_generator */
    private \local_kvalitetsbro_generator $generator;

    /** @var array what the connector was sent */
    private array $sent = [];

    /** @var string the connector's key in PEM */
    private string $pem;

    /** @var string the connector's keys as it tells them */
    private string $keys;

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->setAdminUser();
        $this->generator = $this->getDataGenerator()->get_plugin_generator('local_kvalitetsbro');
        [$this->pem, $jwk] = $this->generator->create_key();
        $this->keys = json_encode(['keys' => [$jwk]]);
    }

    /**
     * Sets the site up with a connector that answers.
     */
    private function set_up(): void {
        $this->generator->connect($this->sent, $this->keys, 204, ...array_fill(0, 20, $this->keys));
        setup::run();
    }

    /**
     * The last message to the connector.
     *
     * @return array
     */
    private function last_event(): array {
        $posts = array_filter($this->sent, fn($call) => $call['request']->getMethod() === 'POST');
        return json_decode((string) end($posts)['request']->getBody(), true)['events'][0];
    }

    public function test_without_a_connector_nothing_is_registered(): void {
        $this->assertSame([], array_intersect(self::STEPS, array_keys(setup::check())));
        setup::run();
        $this->assertNull(lti_tool::find());
    }

    public function test_the_set_up_registers_the_tool(): void {
        $this->set_up();
        $this->assertNotContains(false, setup::check());
        $config = lti_get_type_type_config(lti_tool::find()->id);
        $this->assertSame('Kvalitetsbro', $config->lti_typename);
        $this->assertSame('https://kvalitetsbro.invalid/app/lti/launch', $config->lti_toolurl);
        $this->assertSame('https://kvalitetsbro.invalid/app/lti/login', $config->lti_initiatelogin);
        $this->assertSame('https://kvalitetsbro.invalid/app/lti/launch', $config->lti_redirectionuris);
        $this->assertSame(LTI_VERSION_1P3, $config->lti_ltiversion);
        $this->assertEquals(LTI_LAUNCH_CONTAINER_WINDOW, $config->lti_launchcontainer);
        $this->assertEquals([1, 1, 0], [$config->lti_contentitem, $config->lti_sendname, $config->lti_sendemailaddr]);
        $this->assertEquals([1, 1], [$config->ltiservice_gradesynchronization, $config->ltiservice_memberships]);
        $this->assertSame([LTI_RSA_KEY, $this->pem], [$config->lti_keytype, $config->lti_publickey]);
    }

    public function test_the_connector_is_told_what_launches_are_checked_by(): void {
        global $CFG;
        $this->set_up();
        $told = $this->last_event();
        $tool = lti_tool::find();
        $this->assertSame('platform_registered', $told['type']);
        $this->assertSame([$CFG->wwwroot, $tool->clientid], [$told['issuer'], $told['clientid']]);
        $this->assertSame((string) $tool->id, $told['deploymentid']);
        foreach (['authurl' => 'auth', 'tokenurl' => 'token', 'keysurl' => 'certs'] as $field => $page) {
            $this->assertSame("$CFG->wwwroot/mod/lti/$page.php", $told[$field]);
        }
        $this->assertSame('RSA', $told['keys'][0]['kty']);
        $this->assertArrayNotHasKey('d', $told['keys'][0]);
    }

    public function test_doing_it_again_changes_nothing(): void {
        global $DB;
        $this->set_up();
        $tables = ['config_plugins', 'lti_types', 'lti_types_config', 'lti', 'course_modules', 'role_capabilities'];
        $rows = fn() => array_map(fn($table) => $DB->get_records($table, null, 'id'), $tables);
        $before = $rows();

        $this->assertSame([], setup::run());

        $this->assertEquals($before, $rows());
    }

    public function test_what_the_connector_does_not_answer_stays_missing_with_its_reason(): void {
        $this->generator->connect($this->sent, 503, 403);
        $why = [];
        setup::run(function (string $step, string $trouble) use (&$why): void {
            $why[$step] = $trouble;
        });
        $this->assertSame(['ltikey' => 'HTTP 503', 'ltitold' => 'HTTP 403'], $why);
        $check = setup::check();
        $this->assertSame([false, false], [$check['ltikey'], $check['ltitold']]);
        $this->assertTrue($check['ltilink']);

        $this->generator->connect($this->sent, $this->keys, 204, $this->keys);
        (new keep_tool())->execute();
        $this->assertNotContains(false, setup::check());
    }

    public function test_a_new_key_of_the_connector_is_taken_up_by_the_set_up_and_by_cron(): void {
        $this->set_up();
        foreach (['setup', 'task'] as $way) {
            [$pem, $jwk] = $this->generator->create_key('new');
            $keys = json_encode(['keys' => [$jwk, json_decode($this->keys, true)['keys'][0]]]);
            $this->generator->connect($this->sent, $keys, $keys, $keys, 204);
            $this->assertFalse(setup::check()['ltikey']);
            $this->sent = [];
            $this->generator->connect($this->sent, $keys, $keys, 204);
            $way === 'setup' ? setup::run() : (new keep_tool())->execute();
            $this->assertSame($pem, lti_tool::key(), $way);
            $this->assertSame('platform_registered', $this->last_event()['type']);
            $this->assertTrue(platform::is_told());
        }
    }

    public function test_a_new_key_of_this_site_is_told(): void {
        $this->set_up();
        $private = '';
        openssl_pkey_export(openssl_pkey_new(['private_key_bits' => 2048]), $private);
        set_config('privatekey', $private, 'mod_lti');
        set_config('kid', 'another', 'mod_lti');
        $this->assertFalse(platform::is_told());

        $this->generator->connect($this->sent, $this->keys, 204);
        (new keep_tool())->execute();

        $this->assertSame('another', $this->last_event()['keys'][0]['kid']);
        $this->assertTrue(platform::is_told());
    }

    public function test_cron_does_nothing_where_no_tool_was_set_up(): void {
        $this->generator->connect($this->sent);
        (new keep_tool())->execute();
        $this->assertSame([], $this->sent);
    }

    public function test_an_administrators_choices_stay_and_what_launches_need_is_set_right(): void {
        global $DB;
        $this->set_up();
        $tool = lti_tool::find();
        $category = $this->getDataGenerator()->create_category();
        $DB->set_field('lti_types', 'name', 'Kvalitet', ['id' => $tool->id]);
        lti_type_add_categories($tool->id, (string) $category->id);
        lti_update_config((object) ['typeid' => $tool->id, 'name' => 'launchcontainer', 'value' => 5]);
        lti_update_config((object) ['typeid' => $tool->id, 'name' => 'sendname', 'value' => 0]);
        $this->assertTrue(setup::check()['ltitool']);
        lti_update_config((object) ['typeid' => $tool->id, 'name' => 'sendemailaddr', 'value' => 1]);
        lti_update_config((object) ['typeid' => $tool->id, 'name' => 'keytype', 'value' => LTI_JWK_KEYSET]);
        lti_set_state_for_type($tool->id, LTI_TOOL_STATE_REJECTED);
        $this->assertFalse(setup::check()['ltitool']);

        $this->assertContains('ltitool', setup::run());

        $config = lti_get_type_type_config($tool->id);
        $this->assertEquals([0, 0, 5], [$config->lti_sendemailaddr, $config->lti_sendname, $config->lti_launchcontainer]);
        $this->assertSame([LTI_RSA_KEY, $this->pem], [$config->lti_keytype, $config->lti_publickey]);
        $this->assertSame(['Kvalitet', $tool->clientid], [$config->lti_typename, $config->lti_clientid]);
        $this->assertEquals([$category->id], $DB->get_fieldset('lti_types_categories', 'categoryid', ['typeid' => $tool->id]));
    }

    public function test_a_connector_that_moved_keeps_the_tool_and_is_told(): void {
        $this->set_up();
        $tool = lti_tool::find();
        set_config('connectorurl', 'https://kvalitet.invalid', 'local_kvalitetsbro');
        $this->assertFalse(setup::check()['ltitool']);
        $this->generator->connect($this->sent, $this->keys, 204, $this->keys);
        set_config('connectorurl', 'https://kvalitet.invalid', 'local_kvalitetsbro');
        setup::run();
        $this->assertSame($tool->clientid, lti_tool::find()->clientid);
        $this->assertSame('https://kvalitet.invalid/app/lti/launch', lti_tool::find()->baseurl);
        $this->assertTrue(platform::is_told());
        $own = launch_link::form(launch_link::OWN);
        $this->assertStringContainsString('value="https://kvalitet.invalid/app/mine-forloeb"', $own);
    }

    public function test_a_tool_that_is_there_already_is_used_and_stays(): void {
        global $DB;
        lti_tool::require_library();
        $id = lti_add_type((object) ['state' => LTI_TOOL_STATE_CONFIGURED], (object) [
            'lti_typename' => 'Registered by itself',
            'lti_toolurl' => 'https://kvalitetsbro.invalid/app/lti/launch',
            'lti_ltiversion' => LTI_VERSION_1P3,
        ]);
        $this->set_up();
        $this->assertEquals($id, lti_tool::find()->id);
        $this->assertSame(1, $DB->count_records('lti_types'));
        $this->generator->connect($this->sent, 204);

        setup::remove();

        $this->assertTrue($DB->record_exists('lti_types', ['id' => $id]));
    }

    public function test_content_is_chosen_where_the_connector_is_now(): void {
        lti_tool::require_library();
        $id = lti_add_type((object) ['state' => LTI_TOOL_STATE_PENDING], (object) [
            'lti_typename' => 'Registered by itself',
            'lti_toolurl' => 'https://kvalitetsbro.invalid/app/lti/launch',
            'lti_ltiversion' => LTI_VERSION_1P3,
            'lti_contentitem' => 1,
            'lti_toolurl_ContentItemSelectionRequest' => 'https://kvalitetsbro.invalid/app/lti/launch',
        ]);
        $this->set_up();
        $this->generator->connect($this->sent, $this->keys, 204, $this->keys);
        set_config('connectorurl', 'https://kvalitet.invalid', 'local_kvalitetsbro');

        setup::run();

        $course = $this->getDataGenerator()->create_course();
        $config = lti_get_type_type_config($id);
        $choosing = lti_initiate_login($course->id, 0, null, $config, 'ContentItemSelectionRequest');
        $this->assertStringContainsString('value="https://kvalitet.invalid/app/lti/launch"', $choosing);
        $this->assertStringNotContainsString('kvalitetsbro.invalid', $choosing);
    }

    public function test_everybody_who_is_signed_in_may_open_it_and_guests_may_not(): void {
        $this->set_up();
        $user = $this->getDataGenerator()->create_user();
        $activities = get_fast_modinfo(SITEID, $user->id)->get_instances_of('lti');
        $this->assertCount(2, $activities);
        foreach ($activities as $activity) {
            $this->assertTrue($activity->uservisible);
            $this->assertGreaterThan(1, $activity->sectionnum);
            $this->assertTrue(has_capability('mod/lti:view', $activity->context, $user));
            $this->assertFalse(has_capability('mod/lti:manage', $activity->context, $user));
            $this->assertFalse(has_capability('mod/lti:view', $activity->context, guest_user()));
        }
    }

    public function test_opening_it_begins_a_sign_in_as_oneself(): void {
        global $CFG, $SESSION;
        $this->set_up();
        $user = $this->getDataGenerator()->create_user();
        $this->setUser($user);
        $form = launch_link::form(launch_link::START);
        $own = launch_link::form(launch_link::OWN);
        $this->assertStringContainsString('action="https://kvalitetsbro.invalid/app/lti/login"', $form);
        $this->assertStringContainsString('name="login_hint" value="' . $user->id . '"', $form);
        $this->assertStringContainsString('name="iss" value="' . $CFG->wwwroot . '"', $form);
        $launches = array_filter(array_keys((array) $SESSION), fn($name) => str_starts_with($name, 'ltilaunch'));
        $this->assertCount(2, $launches);
        $this->assertStringContainsString('"target_link_uri" value="https://kvalitetsbro.invalid/app/lti/launch"', $form);
        $this->assertStringContainsString('"target_link_uri" value="https://kvalitetsbro.invalid/app/mine-forloeb"', $own);
    }

    public function test_without_a_set_up_opening_it_says_who_can_help(): void {
        $this->expectExceptionMessage(get_string('launchlinknone', 'local_kvalitetsbro'));
        launch_link::form(launch_link::START);
    }

    public function test_a_link_that_is_lost_is_found_missing_and_made_again(): void {
        global $CFG, $DB;
        $this->set_up();
        $losses = [
            fn() => course_delete_module($DB->get_field('course_modules', 'id', ['idnumber' => 'local_kvalitetsbro'])),
            fn() => $DB->set_field('course_modules', 'visible', 0, ['idnumber' => 'local_kvalitetsbro']),
            fn() => $DB->delete_records('role_capabilities', ['roleid' => $CFG->defaultuserroleid, 'capability' => 'mod/lti:view']),
        ];
        foreach ($losses as $lose) {
            $lose();
            $this->assertFalse(setup::check()['ltilink']);
            $this->assertSame(['ltilink'], setup::run());
            $this->assertSame(2, $DB->count_records('lti'));
        }
    }

    public function test_removing_takes_tool_and_link_away_and_tells_it(): void {
        global $CFG, $DB;
        $this->set_up();
        $tool = lti_tool::find();
        $this->generator->connect($this->sent, 204);

        setup::remove();

        $told = $this->last_event();
        $this->assertSame(['platform_ended', $CFG->wwwroot, $tool->clientid], [$told['type'], $told['issuer'], $told['clientid']]);
        $this->assertSame([0, 0], [$DB->count_records('lti_types'), $DB->count_records('lti')]);
        $this->assertSame(0, $DB->count_records('lti_types_config'));
        $this->assertFalse(get_config('local_kvalitetsbro', 'ltitold'));
    }

    public function test_removing_needs_no_answer(): void {
        global $DB;
        $this->set_up();
        $this->generator->connect($this->sent, 503);
        setup::remove();
        $this->assertSame(0, $DB->count_records('lti_types'));
    }

    public function test_leaders_and_those_with_courses_have_links_that_open_it(): void {
        global $PAGE;
        $user = $this->getDataGenerator()->create_user();
        $course = $this->getDataGenerator()->create_course();
        $links = function () use ($user, $PAGE): array {
            $told = (new my_courses((int) $user->id))->export_for_template($PAGE->get_renderer('core'));
            return [$told['leadersurl'], $told['ownurl']];
        };
        [$start, $own] = [launch_link::url(launch_link::START), launch_link::url(launch_link::OWN)];
        $this->set_up();
        $this->assertSame(['', ''], $links());
        $this->generator->create_assignment($user, $course);
        $this->assertSame(['', $own], $links());
        $role = create_role('Leder', 'leader', '');
        assign_capability('local/kvalitetsbro:openconnector', CAP_ALLOW, $role, \context_system::instance()->id);
        role_assign($role, $user->id, \context_system::instance()->id);
        $this->assertSame([$start, $own], $links());
    }
}
