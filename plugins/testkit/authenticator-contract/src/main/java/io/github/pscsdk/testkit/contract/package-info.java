/**
 * Tests for plug-in authors to inherit, with JUnit: {@link io.github.pscsdk.testkit.contract.AuthenticatorContract}
 * for every authenticator, and {@link io.github.pscsdk.testkit.contract.PluginArchiveContract} for its archive. Both call the
 * plug-in through the engine's own guards. {@link io.github.pscsdk.testkit.contract.TestContext} is a context for further
 * tests.
 *
 * <p>Use one context for one login. It is safe for any thread.
 */
package io.github.pscsdk.testkit.contract;
