/**
 * The {@code psc} command, the tool of support desks: {@code psc doctor} says what stands between a workstation and a login,
 * {@code psc login} logs somebody in, {@code psc guide} leads on who could not, {@code psc plugins} and {@code psc plugin verify} look at
 * plug-ins.
 *
 * <p>Runs on the main thread of a process of its own. Standard output holds results, standard error everything else.
 */
package io.github.pscsdk.command;
