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
 * Sets the site up for the connector, says what is missing, or takes the set-up back.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

define('CLI_SCRIPT', true);

require(__DIR__ . '/../../../config.php');
require_once($CFG->libdir . '/clilib.php');

use local_kvalitetsbro\local\connector;
use local_kvalitetsbro\local\connector_key;
use local_kvalitetsbro\local\lti_tool;
use local_kvalitetsbro\local\setup;

[$options, $unrecognised] = cli_get_params(
    ['check' => false, 'remove' => false, 'connector' => '', 'connector-key' => '', 'secret' => '', 'help' => false],
    ['c' => 'check', 'h' => 'help']
);
if ($unrecognised) {
    cli_error(get_string('cliunknowoption', 'core_admin', implode("\n  ", $unrecognised)), 2);
}
if ($options['help']) {
    cli_writeln(get_string('clihelp', 'local_kvalitetsbro'));
    exit(0);
}

\core\session\manager::set_user(get_admin());

if ($options['remove']) {
    setup::remove();
    cli_writeln(get_string('setupremoved', 'local_kvalitetsbro'));
    exit(0);
}

$why = [];
if (!$options['check']) {
    foreach (['connector' => 'connectorurl', 'secret' => 'secret'] as $option => $setting) {
        if ($options[$option] !== '') {
            $value = clean_param($options[$option], $option === 'connector' ? PARAM_URL : PARAM_RAW_TRIMMED);
            $value !== '' || cli_error(get_string('clibadvalue', 'local_kvalitetsbro', "--$option"), 2);
            set_config($setting, $value, 'local_kvalitetsbro');
        }
    }
    setup::run(function (string $step, string $trouble) use (&$why): void {
        $why[$step] = $trouble;
    });
    if ($options['connector-key'] !== '') {
        $key = connector_key::from((string) @file_get_contents($options['connector-key']));
        $key ?? cli_error(get_string('clibadvalue', 'local_kvalitetsbro', '--connector-key'), 2);
        lti_tool::paste_key($key);
    }
}

$missing = 0;
foreach (setup::check() as $step => $done) {
    $missing += $done ? 0 : 1;
    $trouble = $done || empty($why[$step]) ? '' : " ({$why[$step]})";
    cli_writeln(($done ? 'ok       ' : 'MISSING  ') . get_string("step$step", 'local_kvalitetsbro') . $trouble);
}
if (!$options['check'] && setup::token()) {
    cli_writeln('');
    cli_writeln('MOODLE_URL=' . $CFG->wwwroot);
    cli_writeln('MOODLE_TOKEN=' . setup::token()->token);
    cli_writeln('MOODLE_EVENTS_SECRET=' . get_config('local_kvalitetsbro', 'secret'));
    cli_writeln('');
    cli_writeln(connector::url() === ''
        ? get_string('checkconnectornone', 'local_kvalitetsbro')
        : get_string('connectorurl', 'local_kvalitetsbro') . ': ' . connector::url());
}
if ($missing) {
    cli_writeln(get_string('checksetupmissing', 'local_kvalitetsbro', $missing)
        . ($why ? ' ' . get_string('setupwait', 'local_kvalitetsbro') : ''));
    exit(1);
}
exit(0);
