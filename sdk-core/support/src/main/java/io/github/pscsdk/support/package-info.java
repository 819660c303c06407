/**
 * The diagnosis of a workstation for a support desk: as a document, and in a zip with the versions and the end of a
 * log. Knows the contract alone, and sends nothing.
 */
@NullMarked
package io.github.pscsdk.support;

import org.jspecify.annotations.NullMarked;
