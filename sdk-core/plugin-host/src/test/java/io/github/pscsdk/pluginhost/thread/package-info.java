/** Tests of what threads inherit. */
package io.github.pscsdk.workstation.internal.thread;
