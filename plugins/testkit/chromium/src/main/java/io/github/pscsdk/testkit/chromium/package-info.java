/**
 * A real browser for the tests of the examples: Debian's Chromium, without a window, in which things are found by what a
 * person sees or hears of them. The only user of Selenium, of which no type leaves this package.
 *
 * <p>For tests: {@link io.github.pscsdk.testkit.chromium.InChromium} on the class, a {@link
 * io.github.pscsdk.testkit.chromium.Browser} as parameter. For the thread of the test alone.
 */
package io.github.pscsdk.testkit.chromium;
