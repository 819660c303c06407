/**
 * The common parts of all pages: templates that escape, texts, the frame with its security headers, and the check that
 * a form was sent by the page itself. Safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.page;
