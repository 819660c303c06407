/**
 * The {@code psc} command, the tool of support desks: {@code doctor}, {@code login}, {@code guide}, {@code plugins} and
 * {@code plugin verify}. Runs on the main thread; standard output holds results, standard error the rest.
 */
package io.github.pscsdk.command;
