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
 * Tests of where the connector is and what it is known by.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
#[\PHPUnit\Framework\Attributes\CoversClass(connector::class)]
#[\PHPUnit\Framework\Attributes\CoversClass(connector_key::class)]
final class connector_test extends \advanced_testcase {
    public function test_the_address_of_its_pages_is_taken_for_the_connectors(): void {
        $this->resetAfterTest();
        foreach (['', '/', '/app', '/app/', '//'] as $rest) {
            set_config('connectorurl', "https://kvalitet.invalid$rest", 'local_kvalitetsbro');
            $this->assertSame('https://kvalitet.invalid/app/lti/launch', connector::address('/app/lti/launch'));
        }
    }

    public function test_a_key_is_read_from_pem_and_from_a_set(): void {
        $generator = $this->getDataGenerator()->get_plugin_generator('local_kvalitetsbro');
        [$pem, $first] = $generator->create_key();
        [$other, $jwk] = $generator->create_key('other');
        $keys = json_encode(['keys' => [$first]]);
        $this->assertSame($pem, connector_key::from($pem));
        $this->assertSame($pem, connector_key::from(str_replace("\n", "\r\n", $pem)));
        $this->assertSame($pem, connector_key::from($keys));
        $this->assertSame($other, connector_key::from(json_encode(['keys' => [$jwk, $first]])));
        $private = '';
        openssl_pkey_export(openssl_pkey_new(['private_key_bits' => 2048]), $private);
        $curve = openssl_pkey_new(['private_key_type' => OPENSSL_KEYTYPE_EC, 'curve_name' => 'prime256v1']);
        $nothing = [
            '', 'x', '{}', '{"keys": []}', '{"keys": [7]}', '{"keys": {"kty": "RSA"}}',
            '{"keys": [{"kty": "oct", "k": "a"}]}', '{"keys": [{"kty": "RSA", "n": "", "e": ""}]}',
            '<html>', $private, openssl_pkey_get_details($curve)['key'], 'file:///etc/passwd',
        ];
        foreach ($nothing as $text) {
            $this->assertNull(connector_key::from($text), $text);
        }
    }
}
