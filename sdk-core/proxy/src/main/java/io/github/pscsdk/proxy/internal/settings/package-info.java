/** The settings of a proxy: {@link io.github.pscsdk.proxy.internal.settings.ProxyConfiguration} and its parts. */
package io.github.pscsdk.proxy.internal.settings;
