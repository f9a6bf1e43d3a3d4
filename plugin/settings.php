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
 * Settings and the set-up page.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

defined('MOODLE_INTERNAL') || die();

if ($hassiteconfig) {
    $ADMIN->add('localplugins', new admin_category(
        'local_kvalitetsbro_category',
        new lang_string('pluginname', 'local_kvalitetsbro')
    ));
    $ADMIN->add('local_kvalitetsbro_category', new admin_externalpage(
        'local_kvalitetsbro_setup',
        new lang_string('setup', 'local_kvalitetsbro'),
        new moodle_url('/local/kvalitetsbro/setup.php')
    ));
    $settings = new admin_settingpage('local_kvalitetsbro', new lang_string('settings', 'local_kvalitetsbro'));
    $ADMIN->add('local_kvalitetsbro_category', $settings);

    if ($ADMIN->fulltree) {
        require_once(__DIR__ . '/lib.php');

        $settings->add(new admin_setting_configtext(
            'local_kvalitetsbro/connectorurl',
            new lang_string('connectorurl', 'local_kvalitetsbro'),
            new lang_string('connectorurl_desc', 'local_kvalitetsbro'),
            '',
            PARAM_URL
        ));
        $settings->add(new admin_setting_configpasswordunmask(
            'local_kvalitetsbro/secret',
            new lang_string('secret', 'local_kvalitetsbro'),
            new lang_string('secret_desc', 'local_kvalitetsbro'),
            ''
        ));
        $settings->add(new admin_setting_configcheckbox(
            'local_kvalitetsbro/showreasons',
            new lang_string('showreasons', 'local_kvalitetsbro'),
            new lang_string('showreasons_desc', 'local_kvalitetsbro'),
            0
        ));
        $settings->add(new admin_setting_configtextarea(
            'local_kvalitetsbro/neutralreason',
            new lang_string('neutralreason', 'local_kvalitetsbro'),
            new lang_string(
                'neutralreason_desc',
                'local_kvalitetsbro',
                new lang_string('neutralreasondefault', 'local_kvalitetsbro')
            ),
            '',
            PARAM_TEXT
        ));
        $evidence = new admin_setting_configcheckbox(
            'local_kvalitetsbro/evidence',
            new lang_string('evidence', 'local_kvalitetsbro'),
            new lang_string('evidence_desc', 'local_kvalitetsbro'),
            0
        );
        $evidence->set_updatedcallback('local_kvalitetsbro_evidence_changed');
        $settings->add($evidence);
        $settings->add(new admin_setting_configtext(
            'local_kvalitetsbro/hoursfield',
            new lang_string('hoursfield', 'local_kvalitetsbro'),
            new lang_string('hoursfield_desc', 'local_kvalitetsbro'),
            'hours',
            PARAM_ALPHANUMEXT
        ));
        $settings->add(new admin_setting_configtext(
            'local_kvalitetsbro/formatfield',
            new lang_string('formatfield', 'local_kvalitetsbro'),
            new lang_string('formatfield_desc', 'local_kvalitetsbro'),
            'format',
            PARAM_ALPHANUMEXT
        ));
    }
    $settings = null;
}
