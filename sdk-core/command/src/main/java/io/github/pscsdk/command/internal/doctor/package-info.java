/**
 * {@code psc doctor}: what stands between this workstation and a login, who must act, and what to do; once, again and again, or
 * compared with an earlier look. For one thread.
 */
package io.github.pscsdk.command.internal.doctor;
