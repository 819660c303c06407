/** A real browser, Debian's Chromium, for the tests of the examples. The only user of Selenium. For one thread. */
package io.github.pscsdk.testkit.chromium;
