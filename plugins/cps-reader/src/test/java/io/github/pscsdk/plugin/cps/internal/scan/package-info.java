/** What is made of what was seen. */
package io.github.pscsdk.plugin.cps.internal.scan;
