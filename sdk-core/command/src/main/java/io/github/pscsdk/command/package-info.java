/**
 * The {@code psc} command, the tool of developers and support desks: {@code psc-lab demo} shows the main job end to end,
 * {@code psc-lab simulate} runs its servers, {@code psc login} logs somebody in, {@code psc guide} leads on who could not.
 *
 * <p>Runs on the main thread of a process of its own. Standard output holds results, standard error everything else.
 */
package io.github.pscsdk.command;
