/** The clock that a test moves. */
@NullMarked
package io.github.pscsdk.time;

import org.jspecify.annotations.NullMarked;
