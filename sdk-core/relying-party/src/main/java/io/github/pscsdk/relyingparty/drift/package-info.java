/**
 * Tells an operator what has changed at Pro Santé Connect, before logins fail: differences from what this SDK knows, how much
 * each matters, and which change of the past it looks like. For tools that run beside a server half.
 *
 * <p>Any thread; {@link io.github.pscsdk.relyingparty.drift.PublishedState#read} blocks, nothing else does.
 */
package io.github.pscsdk.relyingparty.drift;
