/**
 * From settings as a host has them — a JSON file, an application's configuration — to a {@link
 * io.github.pscsdk.relyingparty.RelyingPartyBuilder}: the records hold what was written, each value under the key that its
 * author knows it by, and {@link io.github.pscsdk.relyingparty.internal.settings.SettingsReader} fetches the secrets, checks
 * everything and tells all faults at once. For hosts of the server half, while they start; one thread.
 */
package io.github.pscsdk.relyingparty.internal.settings;
