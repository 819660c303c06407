/** Puts the parts together. Nobody outside this plug-in may use anything under {@code internal}. */
package io.github.pscsdk.plugin.cps.internal;
