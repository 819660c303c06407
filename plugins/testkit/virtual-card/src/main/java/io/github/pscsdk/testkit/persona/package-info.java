/** The fictitious professionals. For the simulator, the virtual card and tests. */
@NullMarked
package io.github.pscsdk.testkit.persona;

import org.jspecify.annotations.NullMarked;
