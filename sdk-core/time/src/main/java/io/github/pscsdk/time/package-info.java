/** The clock that a test moves. */
package io.github.pscsdk.time;
