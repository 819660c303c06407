/**
 * The health professional: identifiers, names, and every practice and workplace, as Pro Santé Connect tells them.
 * Values are immutable and safe for any thread.
 *
 * @since 1.0
 */
@NullMarked
package io.github.pscsdk.api.professional;

import org.jspecify.annotations.NullMarked;
