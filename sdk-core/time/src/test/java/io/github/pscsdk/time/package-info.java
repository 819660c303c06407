/** Tests of the timers. */
package io.github.pscsdk.time;
