/** Waiting: for some time, or for a driver that ignores interrupts. Nothing else in this plug-in sleeps. */
package io.github.pscsdk.plugin.cps.internal.time;
