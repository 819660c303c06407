/**
 * Writes what scripts are told as JSON, and reads what the doctor wrote. The only user of Jackson's data
 * binding; no tree leaves this package.
 *
 * <p>Safe for any thread.
 */
package io.github.pscsdk.command.internal.json;
