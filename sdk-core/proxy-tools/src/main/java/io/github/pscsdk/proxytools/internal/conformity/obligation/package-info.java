/**
 * What is asked of a service that uses Pro Santé Connect, as data, and the checks that a machine can make of it.
 *
 * <p>For the assessment and for the page that lists them. Immutable values; safe for any thread.
 */
package io.github.pscsdk.proxytools.internal.conformity.obligation;
