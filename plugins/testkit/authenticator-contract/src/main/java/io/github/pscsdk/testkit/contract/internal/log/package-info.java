/**
 * Records the log for the authenticator contract. The only user of Logback, which is optional; safe for any thread.
 */
package io.github.pscsdk.testkit.contract.internal.log;
