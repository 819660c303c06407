/**
 * For plug-in authors: {@link io.github.pscsdk.testkit.contract.AuthenticatorContract}, what every authenticator promises, and
 * {@link io.github.pscsdk.testkit.contract.PluginArchiveContract}, what every host asks of its archive, as JUnit tests to
 * inherit; and {@link io.github.pscsdk.testkit.contract.TestContext}, the engine as a plug-in sees it.
 *
 * <p>A context is for one login, and safe for any thread.
 */
package io.github.pscsdk.testkit.contract;
