/** Virtual CPS cards and their readers, for tests of software that reads cards. */
@NullMarked
package io.github.pscsdk.testkit.card;

import org.jspecify.annotations.NullMarked;
