/**
 * The authenticator {@code imaginary-badge}, for a badge whose maker does not exist: a display, a camera, and a service
 * of the maker that reaches it. An example for authors of plug-ins, loaded by the engine from the archive; {@code
 * docs/badge-authenticator.md} explains it.
 */
package io.github.pscsdk.example.badge;
