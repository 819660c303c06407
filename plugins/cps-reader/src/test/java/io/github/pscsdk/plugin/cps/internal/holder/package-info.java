/** Names and certificates of the published layouts; every person is fictitious. */
package io.github.pscsdk.plugin.cps.internal.holder;
