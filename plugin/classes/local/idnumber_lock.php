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
 * Keeps people from changing their own ID number. Moodle lets everybody do so at first, and the connector takes whoever
 * comes with somebody's ID number for that person.
 *
 * Moodle has a lock for each way of signing in. Whoever may edit other people's accounts still can.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class idnumber_lock {
    /** @var string the setting of each way of signing in */
    private const SETTING = 'field_lock_idnumber';

    /** @var string where the set-up keeps what was set before, for each way that it locked */
    private const BEFORE = 'idnumberlocks';

    /**
     * Whether nobody can change their own.
     *
     * @return bool
     */
    public static function is_on(): bool {
        return !self::open();
    }

    /**
     * Locks it for every way of signing in.
     */
    public static function lock(): void {
        $before = self::before();
        foreach (self::open() as $auth) {
            $before += [$auth => get_config("auth_$auth", self::SETTING)];
            set_config(self::SETTING, 'locked', "auth_$auth");
        }
        set_config(self::BEFORE, json_encode($before), 'local_kvalitetsbro');
    }

    /**
     * Sets back what was set before.
     */
    public static function undo(): void {
        foreach (self::before() as $auth => $value) {
            set_config(self::SETTING, $value === false ? null : $value, "auth_$auth");
        }
        unset_config(self::BEFORE, 'local_kvalitetsbro');
    }

    /**
     * The ways of signing in that leave it open; not those by which nobody comes to their profile.
     *
     * @return string[]
     */
    private static function open(): array {
        $ways = array_diff(get_enabled_auth_plugins(), ['nologin', 'webservice']);
        return array_filter($ways, fn(string $auth) => get_config("auth_$auth", self::SETTING) !== 'locked');
    }

    /**
     * What was set before.
     *
     * @return array<string, string|false> by way of signing in
     */
    private static function before(): array {
        return json_decode((string) get_config('local_kvalitetsbro', self::BEFORE) ?: '[]', true);
    }
}
