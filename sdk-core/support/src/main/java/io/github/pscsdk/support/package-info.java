/**
 * What a support desk gets of a workstation: the diagnosis as a document, and a zip of it with the versions and the end
 * of a log. Knows the contract alone, and sends nothing.
 */
@NullMarked
package io.github.pscsdk.support;

import org.jspecify.annotations.NullMarked;
