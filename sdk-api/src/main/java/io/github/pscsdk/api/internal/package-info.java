/** Rules that values of the contract share; not exported. */
@NullMarked
package io.github.pscsdk.api.internal;

import org.jspecify.annotations.NullMarked;
