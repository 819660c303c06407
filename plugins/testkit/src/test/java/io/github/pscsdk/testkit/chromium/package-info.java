/** Drives a headless Chromium by its DevTools protocol, for the tests that look at the pages as a person does. */
package io.github.pscsdk.testkit.chromium;
