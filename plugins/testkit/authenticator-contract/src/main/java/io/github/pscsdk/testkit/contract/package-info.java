/**
 * Tests for plug-in authors to inherit, through the engine's own guards: {@link
 * io.github.pscsdk.testkit.contract.AuthenticatorContract} for every authenticator, {@link
 * io.github.pscsdk.testkit.contract.PluginArchiveContract} for its archive; {@link
 * io.github.pscsdk.testkit.contract.TestContext} is for further tests.
 */
@NullMarked
package io.github.pscsdk.testkit.contract;

import org.jspecify.annotations.NullMarked;
