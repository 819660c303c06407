/** Tests of what a support bundle holds. */
package io.github.pscsdk.workstation.internal.bundle;
