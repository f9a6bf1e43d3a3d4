package dk.kvalitetsbro.e2e;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.Arrays;
import java.util.stream.IntStream;

/** A page in front of somebody who has a keyboard and no mouse. */
record Keys(Page page) {
    private static final int LONGEST_WAY = 150;

    /** Goes on with Tab until something has the focus, which must be seen. */
    Keys moveTo(Locator something) {
        IntStream.range(0, LONGEST_WAY).takeWhile(step -> !hasFocus(something)).forEach(step -> press("Tab"));
        assertTrue(hasFocus(something), () -> "Tab does not lead to " + something);
        assertFalse(Arrays.equals(picture(), pictureWithoutFocus(something)), () -> "no focus is seen on " + something);
        return this;
    }

    Keys press(String... keys) {
        Arrays.stream(keys).forEach(page.keyboard()::press);
        return this;
    }

    Keys type(String text) {
        page.keyboard().type(text);
        return this;
    }

    private static boolean hasFocus(Locator something) {
        return (boolean) something.evaluate("element => element === document.activeElement");
    }

    private byte[] picture() {
        return page.screenshot();
    }

    private byte[] pictureWithoutFocus(Locator something) {
        something.evaluate("element => element.blur()");
        var picture = picture();
        something.evaluate("element => element.focus()");
        return picture;
    }
}
