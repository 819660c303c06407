/** Results for scripts, as JSON. The only user of Jackson; no tree leaves this package. Safe for any thread. */
package io.github.pscsdk.command.internal.json;
