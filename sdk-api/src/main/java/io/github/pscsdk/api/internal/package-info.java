/** Rules that values of the contract share, and the version of the contract; not exported. */
@NullMarked
package io.github.pscsdk.api.internal;

import org.jspecify.annotations.NullMarked;
