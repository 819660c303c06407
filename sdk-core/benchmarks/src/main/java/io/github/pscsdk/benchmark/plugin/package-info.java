/** Three plug-ins that do nothing, packed into archives when a measure needs them. Loaded from there alone. */
package io.github.pscsdk.benchmark.plugin;
