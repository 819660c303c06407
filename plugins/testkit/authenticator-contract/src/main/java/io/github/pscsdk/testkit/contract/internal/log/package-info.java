/**
 * Records what an authenticator logs and prints, for the contract. The only user of Logback, which is optional; safe
 * for any thread.
 */
package io.github.pscsdk.testkit.contract.internal.log;
