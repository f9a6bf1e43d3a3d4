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
 * The connector, as this site reaches it. Every message is signed with the secret that both share.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
final class connector {
    /** @var string where the connector takes events */
    private const PATH = '/api/moodle/events';

    /**
     * Whether there is a connector to tell.
     *
     * @return bool
     */
    public static function is_set_up(): bool {
        return self::url() !== '' && self::secret() !== '';
    }

    /**
     * The connector's address, without that of its pages, which is what a browser shows; empty when there is none.
     *
     * @return string
     */
    public static function url(): string {
        return preg_replace('~(/app)?/*$~', '', rtrim((string) get_config('local_kvalitetsbro', 'connectorurl'), '/'));
    }

    /**
     * An address of the connector.
     *
     * @param string $path with a leading slash
     * @return string
     */
    public static function address(string $path): string {
        return self::url() . $path;
    }

    /**
     * The shared secret; empty when there is none.
     *
     * @return string
     */
    private static function secret(): string {
        return (string) get_config('local_kvalitetsbro', 'secret');
    }

    /**
     * Sends events. No events is a message too: it asks whether the connector is there and knows the secret.
     *
     * @param array $events at most as many as the README allows
     * @return string|null why the connector did not accept them; null when it did
     */
    public static function send(array $events): ?string {
        global $CFG;
        $body = json_encode(
            ['site' => $CFG->wwwroot, 'events' => $events],
            JSON_UNESCAPED_SLASHES | JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR
        );
        $timestamp = (string) time();
        try {
            $response = \core\di::get(connector_client::class)->post(self::address(self::PATH), [
                'body' => $body,
                'headers' => [
                    'Content-Type' => 'application/json',
                    'X-Kvalitetsbro-Timestamp' => $timestamp,
                    'X-Kvalitetsbro-Signature' => 'sha256=' . self::sign($timestamp, $body, self::secret()),
                ],
            ]);
        } catch (\Psr\Http\Client\ClientExceptionInterface $e) {
            return $e->getMessage();
        }
        $status = $response->getStatusCode();
        return $status >= 200 && $status < 300 ? null : "HTTP $status";
    }

    /**
     * Reads something that the connector tells everybody.
     *
     * @param string $path with a leading slash
     * @return string
     * @throws connector_trouble when it does not answer as it should
     */
    public static function read(string $path): string {
        try {
            $response = \core\di::get(connector_client::class)->get(self::address($path));
        } catch (\Psr\Http\Client\ClientExceptionInterface $e) {
            throw new connector_trouble($e->getMessage());
        }
        if ($response->getStatusCode() !== 200) {
            throw new connector_trouble('HTTP ' . $response->getStatusCode());
        }
        return (string) $response->getBody();
    }

    /**
     * The signature of a message.
     *
     * @param string $timestamp unix time, as in the header
     * @param string $body the body, byte for byte
     * @param string $secret the shared secret
     * @return string hexadecimal
     */
    public static function sign(string $timestamp, string $body, string $secret): string {
        return hash_hmac('sha256', $timestamp . '.' . $body, $secret);
    }
}
