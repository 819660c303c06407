/** Differences of Pro Santé Connect from what this SDK knows of it, as {@link io.github.pscsdk.relyingparty.PscDrift} finds them. */
package io.github.pscsdk.relyingparty.drift;
