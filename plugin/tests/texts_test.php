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

namespace local_kvalitetsbro;

/**
 * Tests of the texts.
 *
 * @package   local_kvalitetsbro
 * @copyright 2026 The Kvalitetsbro project
 * @license   https://www.gnu.org/copyleft/gpl.html GNU GPL v3 or later
 */
#[\PHPUnit\Framework\Attributes\CoversNothing]
final class texts_test extends \basic_testcase {
    /**
     * The texts of a language.
     *
     * @param string $language the language
     * @return array
     */
    private function texts(string $language): array {
        global $CFG;
        $string = [];
        require($CFG->dirroot . "/local/kvalitetsbro/lang/$language/local_kvalitetsbro.php");
        return $string;
    }

    public function test_danish_has_every_text_with_the_same_places(): void {
        [$english, $danish] = [$this->texts('en'), $this->texts('da')];
        $this->assertSame(array_keys($english), array_keys($danish));
        foreach ($english as $key => $text) {
            $places = function (string $text): array {
                preg_match_all('/\{\$a[^}]*\}/', $text, $found);
                sort($found[0]);
                return $found[0];
            };
            $this->assertSame($places($text), $places($danish[$key]), $key);
        }
    }
}
