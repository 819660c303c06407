/**
 * From settings as a host has them — a JSON file, an application's configuration — to a {@link
 * io.github.pscsdk.relyingparty.RelyingPartyBuilder}: {@link
 * io.github.pscsdk.relyingparty.internal.settings.SettingsReader} asks for each by its key, fetches the secrets, checks
 * everything and tells all faults at once, each under the name that the author of the settings knows. For hosts of the
 * server half, while they start; one thread.
 */
package io.github.pscsdk.relyingparty.internal.settings;
