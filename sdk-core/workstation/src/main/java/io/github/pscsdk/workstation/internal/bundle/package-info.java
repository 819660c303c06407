/**
 * What goes into a support bundle besides the diagnosis, and the mask that all of its text passes. For {@code SupportBundle} alone; immutable.
 */
package io.github.pscsdk.workstation.internal.bundle;
