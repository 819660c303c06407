/**
 * The settings of a proxy: {@link io.github.pscsdk.proxy.settings.ProxyConfiguration} and the parts that it is made of.
 */
package io.github.pscsdk.proxy.settings;
