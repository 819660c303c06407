/**
 * What came out: a finding for each check that could be made, a verdict for each obligation. There is no verdict on the whole.
 *
 * <p>For this command. Immutable values; safe for any thread.
 */
package io.github.pscsdk.proxytools.internal.conformity.verdict;
