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

use mod_lti\local\ltiopenid\jwks_helper;

/**
 * This site as the connector has to know it to trust whom it sends (LTI 1.3 platform). The keys are told, too, so that the
 * connector need not read them here.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class platform {
    /**
     * Whether the connector has been told of this site as it is now.
     *
     * @return bool
     */
    public static function is_told(): bool {
        return lti_tool::find() && get_config('local_kvalitetsbro', 'ltitold') === self::digest();
    }

    /**
     * Tells the connector. Telling it again does no harm.
     *
     * @throws connector_trouble when it does not accept it
     */
    public static function tell(): void {
        $trouble = connector::send([self::event('platform_registered') + self::values()]);
        if ($trouble !== null) {
            throw new connector_trouble($trouble);
        }
        if (!self::is_told()) {
            set_config('ltitold', self::digest(), 'local_kvalitetsbro');
        }
    }

    /**
     * Has it told again.
     */
    public static function forget_telling(): void {
        unset_config('ltitold', 'local_kvalitetsbro');
    }

    /**
     * Tells the connector that nobody comes from here any more, if it listens; if not, nobody does all the same.
     */
    public static function end(): void {
        if (connector::is_set_up() && lti_tool::find()) {
            $told = array_intersect_key(self::values(), ['issuer' => true, 'clientid' => true]);
            connector::send([self::event('platform_ended') + $told]);
        }
    }

    /**
     * An event that is about nobody.
     *
     * @param string $type what took place
     * @return array
     */
    private static function event(string $type): array {
        return ['id' => \core\uuid::generate(), 'type' => $type, 'time' => time()];
    }

    /**
     * What the connector has to know.
     *
     * @return array
     */
    public static function values(): array {
        global $CFG;
        $tool = lti_tool::find();
        return [
            'issuer' => $CFG->wwwroot,
            'clientid' => $tool->clientid,
            'deploymentid' => (string) $tool->id,
            'authurl' => $CFG->wwwroot . '/mod/lti/auth.php',
            'tokenurl' => $CFG->wwwroot . '/mod/lti/token.php',
            'keysurl' => $CFG->wwwroot . '/mod/lti/certs.php',
            'keys' => jwks_helper::get_jwks()['keys'],
        ];
    }

    /**
     * By which a change is noticed.
     *
     * @return string
     */
    private static function digest(): string {
        return hash('sha256', json_encode([connector::url(), self::values()], JSON_THROW_ON_ERROR));
    }
}
