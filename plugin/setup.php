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
 * Sets the site up for the connector, says what is missing, and takes the set-up back.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */

require(__DIR__ . '/../../config.php');
require_once($CFG->libdir . '/adminlib.php');

use local_kvalitetsbro\local\setup;

$action = optional_param('action', '', PARAM_ALPHA);
$confirmed = optional_param('confirmed', false, PARAM_BOOL);

admin_externalpage_setup('local_kvalitetsbro_setup');
$url = new moodle_url('/local/kvalitetsbro/setup.php');

if ($action === 'run') {
    require_sesskey();
    setup::run(fn(string $step, string $why) => \core\notification::warning(
        get_string("step$step", 'local_kvalitetsbro') . ': ' . s(get_string('notaccepted', 'local_kvalitetsbro', $why))
    ));
    redirect($url, get_string('setupdone', 'local_kvalitetsbro'), null, \core\output\notification::NOTIFY_SUCCESS);
}
if ($action === 'remove' && $confirmed) {
    require_sesskey();
    setup::remove();
    redirect($url, get_string('setupremoved', 'local_kvalitetsbro'), null, \core\output\notification::NOTIFY_SUCCESS);
}

echo $OUTPUT->header();
echo $OUTPUT->heading(get_string('setup', 'local_kvalitetsbro'));
if ($action === 'remove') {
    echo $OUTPUT->confirm(
        get_string('setupremoveconfirm', 'local_kvalitetsbro'),
        new moodle_url($url, ['action' => 'remove', 'confirmed' => 1, 'sesskey' => sesskey()]),
        $url
    );
} else {
    echo $OUTPUT->render(new \local_kvalitetsbro\output\setup_page());
}
echo $OUTPUT->footer();
