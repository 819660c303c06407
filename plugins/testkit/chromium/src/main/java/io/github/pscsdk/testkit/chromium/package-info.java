/**
 * A real browser for the tests of the examples: Debian's Chromium, without a window. The only user of Selenium, of
 * which no type leaves this package. For the thread of the test alone.
 */
package io.github.pscsdk.testkit.chromium;
