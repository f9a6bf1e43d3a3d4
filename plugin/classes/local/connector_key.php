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

use Firebase\JWT\JWK;

/**
 * The connector's public key, by which Moodle knows what the connector signs as a tool.
 *
 * It is pasted into the tool. Moodle could also read it each time, but not from an inner network or another port than 80
 * and 443, unless an administrator allows that for every tool.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class connector_key {
    /** @var int shorter keys are not safe */
    private const FEWEST_BITS = 2048;

    /**
     * Whether the tool has the key that the connector signs with. While the connector does not answer, any key will do.
     *
     * @return bool
     */
    public static function is_pasted(): bool {
        $pasted = lti_tool::key();
        try {
            return $pasted !== '' && self::bare($pasted) === self::bare(self::read());
        } catch (connector_trouble) {
            return true;
        }
    }

    /**
     * Pastes the key that the connector signs with now. One with another key may have lost what it was told, too.
     *
     * @throws connector_trouble when it does not tell its key
     */
    public static function paste(): void {
        lti_tool::paste_key(self::read());
        platform::forget_telling();
    }

    /**
     * The key that the connector signs with.
     *
     * @return string in PEM
     * @throws connector_trouble when it does not tell one
     */
    private static function read(): string {
        return self::from(connector::read('/app/lti/keys'))
            ?? throw new connector_trouble(get_string('connectorkeyunread', 'local_kvalitetsbro'));
    }

    /**
     * A public RSA key. The first of a set is the one that is signed with; others are on their way in or out.
     *
     * @param string $text the key in PEM, or a set of keys (JWKS)
     * @return string|null in PEM; null when there is none in the text
     */
    public static function from(string $text): ?string {
        $keys = json_decode($text, true)['keys'] ?? null;
        try {
            $key = is_array($keys) ? JWK::parseKey((array) reset($keys), 'RS256')?->getKeyMaterial() : $text;
        } catch (\UnexpectedValueException | \DomainException | \InvalidArgumentException | \TypeError) {
            return null;
        }
        $key = $key ? openssl_pkey_get_public($key) : false;
        $details = $key ? openssl_pkey_get_details($key) : false;
        return $details && $details['type'] === OPENSSL_KEYTYPE_RSA && $details['bits'] >= self::FEWEST_BITS
            ? $details['key'] : null;
    }

    /**
     * A key without the line ends, which a form changes.
     *
     * @param string $pem the key
     * @return string
     */
    private static function bare(string $pem): string {
        return preg_replace('/\s+/', '', $pem);
    }
}
