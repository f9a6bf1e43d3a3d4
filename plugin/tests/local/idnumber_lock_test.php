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

/**
 * Tests of the number that people are known by, and that they cannot change themselves.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
#[\PHPUnit\Framework\Attributes\CoversClass(idnumber_lock::class)]
final class idnumber_lock_test extends \advanced_testcase {
    /** @var \local_kvalitetsbro_generator */
    private \local_kvalitetsbro_generator $generator;

    /** @var array what the connector was sent */
    private array $sent = [];

    protected function setUp(): void {
        parent::setUp();
        $this->resetAfterTest();
        $this->setAdminUser();
        $this->generator = $this->getDataGenerator()->get_plugin_generator('local_kvalitetsbro');
    }

    /**
     * Sets the site up with a connector that answers.
     */
    private function set_up(): void {
        [, $jwk] = $this->generator->create_key();
        $keys = json_encode(['keys' => [$jwk]]);
        $this->generator->connect($this->sent, $keys, 204, ...array_fill(0, 20, $keys));
        setup::run();
    }

    public function test_nobody_can_change_the_number_that_they_are_known_by(): void {
        set_config('auth', 'email,oauth2');
        set_config('field_lock_idnumber', 'unlockedifempty', 'auth_email');
        $this->set_up();
        foreach (['manual', 'email', 'oauth2'] as $auth) {
            $this->assertSame('locked', get_config("auth_$auth", 'field_lock_idnumber'), $auth);
        }
        set_config('auth', 'email,oauth2,ldap');
        $this->assertFalse(setup::check()['idnumberlock']);
        $this->assertSame(['idnumberlock'], setup::run());
        $this->generator->connect($this->sent, 204);

        setup::remove();

        $this->assertSame('unlockedifempty', get_config('auth_email', 'field_lock_idnumber'));
        $this->assertNotSame('locked', get_config('auth_ldap', 'field_lock_idnumber'));
    }

    public function test_the_form_for_ones_own_profile_keeps_the_number(): void {
        global $CFG;
        require_once($CFG->dirroot . '/user/editlib.php');
        require_once($CFG->dirroot . '/user/edit_form.php');
        $user = $this->getDataGenerator()->create_user(['idnumber' => 'EMP1']);
        $this->set_up();
        $this->setUser($user);
        $sent = ['id' => $user->id, 'firstname' => 'A', 'lastname' => 'B', 'email' => $user->email, 'idnumber' => 'EMP2'];
        \user_edit_form::mock_submit($sent);
        $options = ['subdirs' => 0, 'maxfiles' => 1, 'maxbytes' => 0, 'accepted_types' => 'optimised_image'];
        $form = new \user_edit_form(null, ['editoroptions' => [], 'filemanageroptions' => $options, 'user' => $user]);
        $this->assertSame('EMP1', $form->get_data()->idnumber);
    }
}
