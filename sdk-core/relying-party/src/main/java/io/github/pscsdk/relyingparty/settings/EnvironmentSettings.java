package io.github.pscsdk.relyingparty.settings;

/**
 * Which Pro Santé Connect to talk to.
 *
 * @param name {@code production}, {@code sandbox}, or {@code custom} with the two others
 * @param issuer of a custom one
 * @param authorizationEndpoint the login page of a custom one
 */
public record EnvironmentSettings(Setting name, Setting issuer, Setting authorizationEndpoint) {}
