/**
 * The common parts of all pages for a person: templates that escape, texts in two languages, the frame with its
 * security headers, and the check that a form was sent by the page itself. Knows nothing of logins.
 *
 * <p>For the packages {@code screen} and {@code psc.login}, and for the logout. Safe for any thread.
 */
package io.github.pscsdk.testkit.simulator.internal.page;
