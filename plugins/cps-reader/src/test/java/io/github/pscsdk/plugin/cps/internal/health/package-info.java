/** The health check over virtual readers and over a file system made for the occasion. */
package io.github.pscsdk.plugin.cps.internal.health;
